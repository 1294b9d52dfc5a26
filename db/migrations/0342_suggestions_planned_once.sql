-- A suggestion was planned anew each time, which took longer than looking it up: its ranges are read from an index in order whatever the letters are.
alter function ctx.suggest_names(text) set plan_cache_mode = force_generic_plan;
alter function ctx.suggest_names(text) set enable_seqscan = off;
alter function ctx.suggest_words(text) set plan_cache_mode = force_generic_plan;
alter function ctx.suggest_words(text) set enable_seqscan = off;
