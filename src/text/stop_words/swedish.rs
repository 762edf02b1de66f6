//! Swedish.

use super::StopWords;

pub(super) const LIST: StopWords = StopWords { words: WORDS, phrases: PHRASES };

const WORDS: &str = "
    jag mig mej min mitt mina du dig dej din ditt dina han honom hans hon henne hennes hen den det dess vi oss vår
    vårt våra ni er ert era de dem dom deras man en ett ens sig sej sin sitt sina själv själva varandra båda
    denna denne detta dessa sådan sådant sådana sån sånt såna samma annan annat andra
    någon nån något nåt några nåra ingen inget inga ingenting alla allt all varje var vart många fler flera flest
    flesta få färre mycket mer mera mest lite litet mindre minst nog
    vem vad vilken vilket vilka hur varför när om ifall
    och eller men för så att som än då eftersom medan innan efter sedan sen både varken antingen samt
    ja jo alltså därför därmed däremot dock ändå annars
    i på av till från med utan vid hos mot mellan över under genom runt omkring bland inom utanför bakom framför längs
    in ut upp ner ned bort borta uppe nere inne ute fram
    är varit vara blir blev blivit bli har hade haft ha kan kunde kunnat ska skall skulle vill ville velat
    måste bör borde får fick fått gör gjorde gjort göra
    går gick gått gå kommer kom kommit komma tar tog tagit ta låter låta lät ger gav gett ge ser såg sett se
    säger sa sade sagt säga tror trodde trott tro tycker tyckte tyckt vet visste vetat veta menar menade menat mena
    tänker tänkte tänkt tänka känns kändes
    inte icke aldrig alltid ofta sällan kanske säkert väl nu här där hit dit
    också även bara endast väldigt ganska rätt heller hellre nästan ungefär cirka ca helt hela helst egentligen
    faktiskt självklart naturligtvis precis just strax snart redan ännu fortfarande igen ständigt först sist
    dessutom vidare två tre
    bra okej fint jaha jaså nej nja mhm mm hm hmm eh ehm öh öhm äh åh ah oh oj ok hej
    liksom ju typ ba asså va nämligen
    grej grejer grejen saker gång gången gånger sätt
";

const PHRASES: &[&str] = &[
    "på ett sätt",
    "på något sätt",
    "på nåt sätt",
    "eller hur",
    "vad ska jag säga",
    "vad heter det",
    "och så",
    "eller nåt sånt",
    "eller något sådant",
    "så att säga",
    "i och för sig",
    "som sagt",
    "jag vet inte",
    "vet du",
    "förstår du",
    "höll på att säga",
];
