//! Short lists of our own making: first names, places, and words that stand with a capital letter but name nobody.

/// First names that are common in Norway and Sweden, small letters.
pub(super) const FIRST_NAMES: &str = "\
agnes aksel albert aleksander alexander alfred alice alma amalie amanda amina amir anders andreas andrine anette anita \
anja ann anna anne annika anton arild arne arvid asbjørn aslak astrid atle audun aurora axel beate bengt benjamin bente \
berit bernt birger birgit birgitta bjarne bjørg bjørn bo brit britt bård camilla carina carl caroline cathrine cecilia \
cecilie charlotte christian christina christine christoffer dag dagfinn dagny daniel david edvard egil eilert eirik \
eivind elias elin elisabet elisabeth elise ella ellen elsa elise emil emilie emma endre erik erika erling espen ester \
eva even fatima filip finn fredrik frida frode fritz gabriel geir georg gerd gisle grete gro gudrun gun gunn gunnar \
gunvor gustav guro göran haakon hanna hannah hanne hans harald hassan hedda hedvig hege heidi helen helena helene helge \
henning henriette henrik hilda hilde håkon håvard ibrahim ida idun ina inga inge ingeborg inger ingrid ingunn ingvild \
irene isabella isak ivar iver jacob jakob jan jannicke janne jarle jens jenny jessica joakim joar johan johanna johannes \
john johnny jon jonas jorunn jostein julia julie jørgen jørn kai kajsa kamilla kaisa karen kari karin karl karoline \
katarina kate katrine kenneth kent kerstin kim kirsten kjell kjersti kjetil klara klas klaus knut kristian kristin \
kristina kristine kristoffer kåre lars lasse laila lea leif lena leo lillian lina linda line linn linnea lise liv lisa \
lotta lotte louise lucas lukas maja magne magnar magnhild magnus maiken malin margareta margit margrethe mari maria \
marianne marie marit marius markus marta marte martin martine mathias mathilde mats mattias may merete mette mia \
michael mikael mikkel mina mohammed mohamed mona monica monika morten nils nina nora odd oddvar ola olaf olav ole oleg \
oliver olof omar oscar oskar otto ottar paul peder per pernille peter petra petter preben pål ragna ragnar ragnhild \
randi rasmus reidar reidun renate rikke roar robert roger rolf ronny roy rune ruth sander sandra sara sarah sebastian \
sigbjørn sigrid sigurd silje simen simon sindre siri siv sivert sofia sofie solfrid solveig sondre stefan stein steinar \
stian stig stine stine sture sunniva susanne svein sven sverre synne synnøve sølvi tage terese terje therese thomas \
thor tim tina tine tobias tom tomas tommy tone tor tora tord tore torbjørn torgeir torhild torill torstein torunn \
trine trond trude trygve tuva turid tuva ulf ulla ulrik una unn unni vegar vegard vera veronica vetle vibeke victoria \
vidar vigdis viggo vilde viktor vivian wenche wilhelm william yngve yngvild yusuf øivind ørjan øystein øyvind ådne \
åge åsa åse åshild åsmund";

/// Endings that only surnames have.
pub(super) const SURNAME_ENDINGS: &[&str] = &[
    "sen", "son", "sson", "stad", "stø", "haug", "berg", "dal", "vik", "rud", "moen", "lund", "mann", "ström", "qvist",
    "gren", "nes", "eide", "seth", "sæther",
];

/// Places, small letters: countries, parts of the Nordic countries, towns and municipalities.
pub(super) const PLACES: &str = "\
agder alta arendal askim asker askøy aurskog bamble bardu bergen bodø borås brasil bremanger bryne bærum canada \
danmark drammen dovre drøbak egersund eidsvoll elverum england eskilstuna europa falun farsund finland finnmark \
flekkefjord florø forus frankrike fredrikstad førde gjøvik gotland grimstad grorud grünerløkka gävle göteborg halden \
halmstad hammerfest hamar hardanger harstad haugesund helgeland helsingborg helsinki holmestrand hordaland horten \
hønefoss india innlandet irland island italia japan jessheim jevnaker jæren jönköping kalmar karlstad karasjok \
karmøy kautokeino kina kirkenes klepp kongsberg kongsvinger kragerø kristiansand kristiansund københavn larvik \
leirvik levanger lier lillehammer lillestrøm linköping lofoten london lom luleå lund lyngdal lysaker løten malmö \
mandal meråker mo molde moss mysen namsos narvik nederland nes nesodden norden nordland norge norrköping norrland \
notodden odda oppdal oppland orkanger orkland os oslo otta polen porsgrunn raufoss rakkestad ringerike ringsaker \
risør rjukan rogaland romsdal russland røros sandefjord sandnes sandvika sarpsborg senja skandinavia skedsmo skellefteå \
ski skien skottland skövde sogndal sogn sola spania stange stavanger steinkjer stjørdal stockholm stord stryn \
sunndalsøra sunnmøre sunnhordland svalbard svelvik sverige sveits sundsvall svolvær södertälje sør-varanger telemark \
time tromsø trondheim trysil trøndelag trøgstad tyskland tønsberg tynset ullensaker ulsteinvik umeå uppsala usa vadsø \
vardø varberg vestfold vestland verdal verdalsøra vesterålen viken voss volda värmland västerås växjö ytterøy ørland \
ørsta østerrike østfold østersund ålesund ålgård åmot ånsdalsnes åndalsnes ås åsane åsgårdstrand";

/// What companies have at the end of their names.
pub(super) const COMPANY_FORMS: &[&str] = &[
    "AS", "ASA", "AB", "ANS", "DA", "KS", "SA", "BA", "HF", "IKS", "NUF", "SE", "Ltd", "Ltd.", "Inc", "Inc.", "GmbH",
    "A/S", "ApS", "Oy", "Oyj", "LLC", "PLC", "Corp", "HB",
];

/// Words that make an organisation of a name.
pub(super) const COMPANY_WORDS: &[&str] = &[
    "bank",
    "gruppen",
    "group",
    "forsikring",
    "konsern",
    "holding",
    "industrier",
    "energi",
    "universitet",
    "universitetet",
    "høgskole",
    "høyskole",
    "sykehus",
    "skole",
    "barnehage",
    "forlag",
    "systems",
    "consulting",
    "solutions",
    "technology",
    "technologies",
    "labs",
    "cluster",
    "klynge",
    "klyngen",
    "forening",
    "stiftelsen",
];

/// Words that stand with a capital letter and name nobody, small letters.
pub(super) const NOBODY: &str = "\
i i'm i'll i've i'd ja nei jo mm mhm ok okay og men så da det den de dette disse du dere han hun vi jeg man en et ei \
hva hvem hvor hvorfor hvordan når hvis som at for fordi om altså eller ikke bare også nå her der med til fra på av ved \
etter før under over mellom alle noen ingen mange noe hele min mitt mine vår vårt våre sin sitt deres hans hennes kan \
vil skal må har hadde er var ble blir tror synes takk hei hallo god greit akkurat kanskje nettopp egentlig plutselig \
först och men så då det den de vi jag du ni han hon vad vem var varför hur när om att för inte bara också här där med \
till från på av hej tack ja nej kanske precis the a an and but so then it that this they we you he she what who where \
why how when if for because or not just also here there with to from on at by yes no well okay thanks hello maybe \
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september \
october november december norwegian swedish english european it hr fou eu pc tv ceo cfo cto ki ai hms covid gps pdf \
powerpoint excel word teams zoom cv phd bi dvs dr mr mrs ms prof konklusjon poenget poeng eksempel merk obs notat \
kommentar resultat oppsummering spørsmål svar tema problemet saken hovedpoenget eksempelvis nb ps sum example note \
result summary conclusion question answer topic";

/// What speakers are called who have no name, small letters and without numbers.
pub(super) const ROLES: &[&str] = &[
    "intervjuer",
    "informant",
    "interviewer",
    "interviewee",
    "respondent",
    "deltaker",
    "deltager",
    "participant",
    "speaker",
    "taler",
    "talare",
    "ukjent",
    "unknown",
    "int",
    "inf",
    "intervjuar",
    "deltakar",
    "deltagare",
    "forskar",
    "forskare",
    "researcher",
    "ordstyrer",
    "i",
    "r",
    "p",
    "q",
    "a",
    "s",
    "moderator",
    "forsker",
    "person",
    "intervjuobjekt",
    "informanten",
    "intervjueren",
    "intervjuare",
];
