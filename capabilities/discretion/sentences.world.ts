/** Sentences as people in this work write them, made up by ourselves; what tells whom it is about stands between [[ and ]]. */
export const sentences: readonly string[] = `
[[Jan de Vries]] doet de deur niet open.
Vandaag was ik bij [[mevrouw Jansen]], zij at weer niet.
[[Fatima]] vraagt of we volgende week langs kunnen komen.
Ik sprak [[Youssef el Amrani]] bij de koffie.
Volgens de buren heet hij [[Kowalczyk]].
Haar zoon [[Bram]] betaalt de huur niet meer.
De dochter, [[Marieke van den Berg]], belt elke zondag.
[[Dhr. Bakker]] is gevallen in de badkamer.
[[Mw. de Boer]] wil geen hulp.
Vorige week belde [[Willem]] over zijn medicijnen.
Samen met [[Aicha Benali]] naar het spreekuur gegaan.
[[Henk en Ria]] wonen er al dertig jaar.
De man van [[Ingrid]] drinkt veel.
Zij noemt zich [[Toos]].
We hebben met [[Mohammed]] gesproken over zijn schulden.
[[Familie Yilmaz]] krijgt een uitzetting.
De huisarts van [[mevrouw Van Dijk]] is op vakantie.
[[Sjaak]] slaapt in zijn auto.
Haar broer [[Piet Klaassen]] heeft de sleutel.
Kleinzoon [[Daan]] gaat niet naar school.
[[Agnieszka]] spreekt nog weinig Nederlands.
Gisteren kwam [[Gerrit]] zelf naar het buurthuis.
Er is ruzie tussen [[Sandra]] en de buren.
Voor [[Kees Mulder]] is thuiszorg aangevraagd.
Hij zei dat [[Patricia]] weg is.
[[Truus]] heeft al drie weken niemand gezien.
Neem contact op met [[Karim Bouzid]].
Met [[Hendrika]] gaat het beter dan met haar man.
Zijn vrouw [[Zeynep]] werkt in de avond.
Buurvrouw [[Annie]] doet de boodschappen.
De moeder van [[Dylan]] maakt zich zorgen.
[[Johan Smit]] wil verhuizen.
De politie was bij [[meneer Hoekstra]] aan de deur.
Er is een brief voor [[S. Jansen]] gekomen.
[[J.M. van der Meer]] staat op de wachtlijst.
Besproken: [[A.B.]] uit de flat.
Casus [[K. de Wit]] gaat naar stap drie.
[[Mw. X.]] belde opnieuw.
Bewoner [[P.]] wil anoniem blijven.
De heer [[Van Leeuwen]] is slechthorend.
Zij is de zus van [[Esra Demir]].
[[Anouk]] en haar baby wonen bij een vriendin.
Partner [[Tomasz]] is vorige maand vertrokken.
Ik heb [[Nel Visser]] een kaartje gestuurd.
Het gaat om [[Chantal]], moeder van drie kinderen.
[[Khadija]] durft niet alleen naar buiten.
Vriend [[Remco]] logeert er nu.
Zijn oma, [[Cornelia]], past op.
We maken ons zorgen over [[Lotte Verbeek]].
Misschien kan [[Marjan]] haar broer vragen.
[[Oom Arie]] komt elke dag.
Overleg met [[tante Greet]] over de sleutel.
[[Ahmed Yildiz]] is ziek thuis.
De ex van [[Petra]] staat vaak voor de deur.
Ze vroeg of [[Wouter]] mee mocht.
Volgens [[Els Hendriksen]] brandt er nooit licht.
Bij [[Annemarie Kok]] lag de post er nog.
[[Ton Peeters]] wil wel een maatje.
Zij is getrouwd met [[Rachid]].
De zoon heet [[Levi]].
Haar vader [[Mehmet Kaya]] is overleden.
[[Ineke]] heeft hulp bij het schoonmaken.
Gebeld met [[Corrie Bos]], geen gehoor.
[[Hanneke]] laat de hond niet meer uit.
Wij gaan donderdag naar [[Theo]].
[[Jolanda de Graaf]] wil zelf bellen.
Het meisje heet [[Noa]].
[[Gülsen Arslan]] zoekt werk.
Er kwam een vraag van [[Bep van der Linden]].
Onder [[Rob]] woont een gezin met lawaai.
Dochter [[Samira]] regelt de post.
[[Mevr. Willemsen]] hoort de bel niet.
De buren van [[Frits]] klagen over de tuin.
Hij woont bij [[opa Cor]].
Ik begrijp dat [[Leendert Post]] alleen eet.
[[Monique]] gebruikt weer.
Vanochtend liep [[Hans]] verward op straat.
[[Johanna Wolters]] wil haar huis niet uit.
Wie kent [[Driss]]?
Toen [[Yvonne]] opendeed was het koud binnen.
[[Bilal Aydin]] krijgt hulp van school.
Zij en [[Marloes]] zijn vriendinnen.
[[Dirk-Jan]] is zijn baan kwijt.
Neef [[Stefan]] doet de administratie.
[[Anna van Rijn]] vergeet haar afspraken.
Het is [[Wim]] weer niet gelukt.
[[Meneer Singh]] staat op straat.
Maandag is [[Carla]] opgenomen.
[[Lies Dekker]] vroeg om een rollator.
De situatie van [[Omar]] is veranderd.
[[Mien Timmermans]] heeft geen netwerk.
Ook [[Latifa]] wil mee naar de kook­groep.
Vandaag las ik [[Jaap]] zijn brieven voor.
Zij is bang voor [[Ronald Vink]].
[[Joke]] kan niet meer fietsen.
Het kind van [[Denise]] is vaak alleen.
Een vrouw die [[Svetlana]] heet.
De kinderen [[Tim]] en [[Sara]] eten op school.
Met toestemming van [[Beatrix Noort]].
Bewoonster [[Truusje]] lacht weer.
[[Aad]] krijgt huurtoeslag.
Zijn BSN is [[111222333]].
Burgerservicenummer [[123456782]] staat in het dossier.
BSN: [[1112.22.333]].
Het nummer [[123 456 782]] hoort bij hem.
Bel haar op [[06-12345678]].
Haar nummer is [[0612345678]].
Telefoon [[033 461 22 33]] in de middag.
Te bereiken via [[+31 6 12 34 56 78]].
Hij belde met [[0031612345678]].
Het vaste nummer is [[033-4612233]].
Mail naar [[jan.jansen@voorbeeld.nl]] voor de afspraak.
Adres: [[piet_1950@mail.example.com]].
Stuur het aan [[m.devries+zorg@voorbeeld.example]].
Rekening [[NL91 ABNA 0417 1643 00]] is geblokkeerd.
Het geld komt op [[NL91ABNA0417164300]].
IBAN [[NL20INGB0001234567]] van de bewindvoerder.
Zij woont op [[3813 AB 12]].
Postcode [[3817GH]] en dan het derde huis.
Hij woont [[Voorbeeldlaan 12]].
Het is [[Noordewierweg 101]] boven de winkel.
Op [[Kersenstraat 7b]] brandt licht.
Geboren op [[3 mei 1948]].
Zij is [[geboren op 12-03-1951]].
Geboortedatum [[01/02/1960]].
De datum [[14 september 1987]] staat op de pas.
Er stond een auto met kenteken [[AB-123-C]].
Kenteken [[12-ABC-3]] staat er elke avond.
De bestelbus [[GT-45-HJ]] is van de zoon.
Zij wil hulp in huis, en snel.
De deur blijft dicht en de gordijnen ook.
Drie keer aangebeld, geen gehoor.
De buurvrouw kookt en doet boodschappen.
Hij komt nergens meer sinds de verhuizing.
Zij wandelt graag met iemand mee.
In Schothorst is een nieuwe eettafel begonnen.
Het schakelteam van Kruiskamp komt op dinsdag bij elkaar.
Wij vragen Ravelijn of er een maatje is.
De aanvraag bij de Gemeente Amersfoort duurt acht weken.
Op maandag en woensdag is er spreekuur in Nijenstede.
Ze spreekt Turks en een beetje Nederlands.
Met Kerst was hij alleen.
De bewoner heeft Parkinson.
De Wmo vergoedt dit niet.
Er is een melding bij de GGD gedaan.
Elke donderdag eet zij mee in De Roef.
Zijn dochter woont in Leusden.
Haar man is vorig jaar overleden.
De huisarts belt morgen terug.
Zij krijgt medicijnen van de apotheek.
Het Leger des Heils heeft een bed.
Hij kijkt uit naar het Suikerfeest.
De huur is drie maanden te laat.
Samen naar het spreekuur gelopen, twee deuren verder.
De wijkverpleegkundige ziet blauwe plekken.
Eerst kijken we wat de bewoner zelf kan.
Een neef uit Duitsland komt soms.
Ik bel de thuiszorg voor vrijdag.
De woningcorporatie stuurt een brief.
Alle post lag nog op de mat.
Zij wil niet dat haar familie het weet.
Volgende week bellen we opnieuw.
De vrijwilliger is 3 keer geweest.
Het bedrag is 1250 euro.
In 2019 is zij verhuisd.
De afspraak is op 9 maart om 10.00 uur.
Dossier 5RKC-1T9F-6P is besproken.
Zie vraag 2.4 van het formulier.
N.B. de sleutel ligt bij de huismeester.
Zij heeft ADHD en slaapt slecht.
De BV waar hij werkte is gestopt.
Hij leest de krant van Amersfoort.
Op Koningsdag was er ruzie in de straat.
Humanitas heeft een wachtlijst.
In de Koppel is weinig te doen.
Zonder indicatie kan Grijs Genoegen beginnen.
Ze gaat naar de Brugkerk.
Beweging 3.0 komt twee keer per week.
De bewindvoerder reageert niet.
Kan iemand haar ophalen?
We doen dit met kleine stappen.
Hoe gaat het met slapen?
Wie helpt er al mee?
Dan pas maken we een plan.
Haar moeder is dementerend.
Zijn vader had een winkel.
Zijn broer betaalt de huur.
Een vriendin past op de kinderen.
De zoon wil niet meer komen.
De tuin staat vol met spullen.
Meneer wil zelf bellen.
Mevrouw hoort slecht.
De heer des huizes was weg.
Lekker gegeten bij de eettafel.
Het wit van de muren is geel geworden.
Er staat een boom voor het raam.
De bakker in de straat kent hem.
Een visser vond de fiets.
De smid heeft het slot vervangen.
Het bos is dichtbij.
Wil zij dat ook?
Mark je dat, dan bel je even.
Bloem en suiker van de voedselbank.
Een roos op tafel maakte haar blij.
Ik ben er morgen weer.
Het zou fijn zijn als de Zonnebloem meedoet.
In mei is er een buurtfeest.
Op 12 april 2026 is de volgende afspraak.
De flat heeft 120 woningen.
Kosten: 4,50 per keer.
Nummer 12 staat leeg.
Op WhatsApp reageert zij wel.
Albert Heijn geeft brood weg.
Zij las over Alzheimer op internet.
De Poolse winkel helpt met vertalen.
Syrische buren brengen eten.
In Utrecht is een kliniek.
De Sociale Dienst vraagt papieren.
De route loopt langs het park.
Er is een wachttijd van 6 tot 8 weken.
Stap 4 komt over drie weken terug.
Het UWV belde.
De buurman zag licht.
Haar partner werkt 's nachts.
`.trim().split('\n')
