//! Nynorsk.

use super::StopWords;

pub(super) const LIST: StopWords = StopWords { words: WORDS, phrases: PHRASES };

const WORDS: &str = "
    eg meg min mi mitt mine du deg din di ditt dine han hans ho henne hennar den det vi me oss vår vårt våre
    de dykk dykkar dei deira man ein ei eit eitt seg sin si sitt sine sjølv kvarandre begge
    denne dette desse slik slike slikt sånn sånne same annan anna andre
    nokon noko nokre nokor ingen inga inkje ingenting alle alt all kvar kvart einkvan somme mange fleire flest fleste
    få færre mykje meir mest lite litt mindre minst nok
    kven kva kor korleis kvifor når kvaifor dersom om
    og eller men for så at som enn då fordi sidan medan før etter ettersom både verken korkje anten samt
    ja jo altså difor derfor dermed derimot likevel elles
    i på av til frå med utan ved hos mot mellom over under gjennom rundt omkring blant innan innanfor utanfor bak
    framfor langs inn ut opp ned bort borte oppe nede inne ute fram
    er var vore vere vera blir vart blei vorte blitt bli verte har hadde hatt ha kan kunne kunna skal skulle skulla
    vil ville villa må måtte måtta bør burde får fekk fått gjer gjorde gjort gjere
    går gjekk gått gå kjem kom kome komme tek tok teke ta la lar late gir gjev gav gitt gi ser såg sett sjå
    seier sa sagt sei seie trur trudde trutt tru synest syntest veit visste visst vite meiner meinte meint meine
    tenkjer tenkte tenkt tenkje
    ikkje aldri alltid ofte sjeldan kanskje sikkert vel no her der hit dit
    òg også berre kun veldig ganske svært heller nesten omlag ca heilt heile helst eigentleg
    faktisk sjølvsagt nettopp akkurat rett straks snart allereie enno framleis igjen stadig først sist
    deretter dessutan vidare to tre
    bra greitt fint jada joda neida nei nja tja mhm mm hm hmm eh ehm øh øhm ehh æh åh ah oh oi ok okei okay hei
    liksom assa sant skjønar type nemleg
    ting tinga greier greie gongen gong gonger måte
";

const PHRASES: &[&str] = &[
    "på ein måte",
    "på eit vis",
    "ikkje sant",
    "for å seie det sånn",
    "for å seie det slik",
    "kva skal eg seie",
    "kva heiter det",
    "og sånn",
    "eller noko sånt",
    "eit eller anna",
    "ein eller annan",
    "i og for seg",
    "som sagt",
    "eg veit ikkje",
    "veit du",
    "skjønar du",
];
