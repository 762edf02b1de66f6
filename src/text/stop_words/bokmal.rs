//! Bokmål, with the everyday forms that transcripts keep (*æ*, *itte*, *no* for *noe*).

use super::StopWords;

pub(super) const LIST: StopWords = StopWords { words: WORDS, phrases: PHRASES };

const WORDS: &str = "
    jeg meg min mitt mine du deg din ditt dine han ham hans hun henne hennes den det dens dets vi oss vår vårt våre
    dere deres de dem man en ei et ens seg sin sitt sine selv sjøl hverandre begge
    denne dette disse slik slike slikt sånn sånne sånt samme annen annet andre
    noen noe ingen ingenting intet alle alt all hver hvert hvermann enhver ethvert somme mange flere flest fleste
    få færre færrest mye mer mest lite litt mindre minst nok
    hvem hva hvilken hvilket hvilke hvor hvordan hvorfor når hvis hvorvidt
    og eller men for så at om som enn da dersom fordi siden mens før etter ettersom selvom både verken hverken
    enten samt ja jo altså derfor dermed derimot imidlertid likevel allikevel ellers
    i på av til fra med uten ved hos mot mellom over under gjennom rundt omkring blant innen innenfor utenfor utover
    innover bak foran bortover langs ifra inni inn ut opp ned hen bort borte oppe nede inne ute fram frem
    er var vært være blir ble blei blitt bli har hadde hatt ha kan kunne kunnet skal skulle skullet vil ville villet
    må måtte måttet bør burde burdet får fikk fått tør turte gjør gjorde gjort gjøre
    går gikk gått gå kommer kom kommet komme tar tok tatt ta la lar latt lot gir ga gav gitt gi ser sett se
    sier sa sagt si tror trodde trodd tro synes syns syntes synest vet visste visst vite mener mente ment mene
    tenker tenkte tenkt tenke føler holdt holder
    ikke itte aldri alltid ofte sjelden kanskje sikkert vel nå her der hit dit herfra derfra
    også òg bare kun veldig ganske svært temmelig heller nesten omtrent cirka ca helt hele helst egentlig
    faktisk selvfølgelig selvsagt naturligvis jammen nettopp akkurat rett straks snart allerede ennå enda fortsatt
    fremdeles igjen stadig først sist deretter dessuten videre to tre ett
    bra greit fint jada joda neida nei nja tja mhm mm hm hmm eh ehm øh øhm ehh æh åh ah oh oi ok okei okay hei
    liksom lissom assa ass asså sant ikkesant skjønner typ type sånnsett nemlig
    æ mæ dæ
    an ting tingene greier greie gangen gang ganger måte
";

const PHRASES: &[&str] = &[
    "på en måte",
    "på et vis",
    "ikke sant",
    "for å si det sånn",
    "for å si det slik",
    "hva skal jeg si",
    "hva heter det",
    "ikke noe sånt",
    "og sånn",
    "eller noe sånt",
    "et eller annet",
    "en eller annen",
    "når alt kommer til alt",
    "i og for seg",
    "det er klart",
    "som sagt",
    "jeg vet ikke",
    "vet du",
    "skjønner du",
    "holdt på å si",
    "om du vil",
];
