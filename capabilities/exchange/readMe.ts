/** What whoever opens the package of the whole directory has to know, in the package itself. */
export const readMe = (masked: boolean): string => `DE HELE SOCIALE KAART VAN EEN GEMEENTE

In dit pakket staat ook wat niet openbaar is: concepten, wat later verschijnt, wat verborgen of gearchiveerd is, wat alleen voor professionals is, en
contactpersonen die alleen een team of alleen professionals zien.${masked ? ' Ook geheime adressen van opvang staan erin, in addresses.csv.' : ' Geheime adressen van opvang staan er niet in.'}

Zet het niet op een website en geef het niet door zonder afspraak. Bewaar het op een beveiligde plek en gooi het weg als je het niet meer nodig hebt.
Voor iedereen is er het open pakket: /hsds/datapackage.zip.

De lijsten volgen Open Referral HSDS 3.0. Kolommen die met "schakelbord_" beginnen zijn een uitbreiding. Een systeem dat ze niet kent, zou alles openbaar maken.
Neem het pakket op in een andere Schakelbord met "Invoer van elders": dan komt alles terug zoals het was. Verwijzingen naar gebieden en teams gaan op naam,
die naar een medewerker die een voorziening bijhoudt gaan mee als die er ook werkt of een e-mailadres heeft.

schakelbord_visibility   public, professionals of (bij contactpersonen) team: wie het ziet
schakelbord_state        draft (concept), published (gepubliceerd) of archived (gearchiveerd)
schakelbord_publish_on   zichtbaar vanaf deze dag        schakelbord_expire_on   zichtbaar tot en met deze dag
schakelbord_owner_*      wie het bijhoudt                schakelbord_assured_how hoe het is gecontroleerd (wanneer: assured_date)
schakelbord_slug         het webadres                    schakelbord_merged_into_*  in welke het is opgegaan
schakelbord_masked       true: een geheime plek          schakelbord_area        het webadres van het gebied
schakelbord_project_*, schakelbord_housing_*, schakelbord_scheme_*   wat alleen projecten, woonvormen of regelingen hebben
schakelbord_programme_*  waaruit een programma bestaat   schakelbord_room_*      hoeveel plek er is, het laatst verteld

Om te lezen staan er ook lijsten in die "Invoer van elders" niet opneemt:
schakelbord_networks.csv, schakelbord_network_members.csv   samenwerkingen, en welke organisaties meedoen
schakelbord_project_partners.csv                            welke organisaties meedoen aan een project
schakelbord_room.csv                                        alles wat over plek is verteld, met het moment
schakelbord_versions.csv                                    eerdere versies van voorzieningen en organisaties, met wie wijzigde en waarom${masked ? '' : ', zonder geheime adressen'}

Er staat niet in:
- voorstellen: daarin staan namen, e-mailadressen en berichten van mensen die iets doorgaven
- ervaringen met wachten, wat werkt en wat niet, drempels, en waarom iets er is: dat hoort bij het werk in de wijk
- wat programma's bereikten: precieze kleine aantallen kunnen over herkenbare mensen gaan
- lijsten van deelnemers, favorieten en wie naar wat verwees
- wie een voorziening bijhield toen die van een andere organisatie was
- foto's: die heeft de sociale kaart niet, ze horen bij de wijkkaarten
`
