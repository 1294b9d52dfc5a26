-- How a question is read is kept as long as the directory is the same, so what it is read by must move it: needs in people's own words, and the words that are known.
create trigger directory_moved after insert or update or delete on directory_needs for each statement execute function directory.moved();
create trigger directory_moved after insert or update or delete on directory.lexicon for each statement execute function directory.moved();
