//! What small talk sounds like in bokmål, nynorsk, Swedish and English. All four are looked for in every text: few
//! interviews keep to one. Small letters; a phrase that ends in `*` may go on into a longer word.

#[rustfmt::skip]
pub(super) const GREETING: &[&str] = &[
    // nb, nn
    "hei", "hallo", "heisann", "hei hei", "god morgen", "god dag", "god kveld", "godt å se deg", "hyggelig å møte deg",
    "hyggelig å hilse på", "velkommen", "hvordan går det", "hvordan har du det", "står det bra til", "god formiddag",
    "korleis går det", "korleis har du det", "kjekt å sjå deg", "hyggeleg å møte deg", "velkomen",
    // sv
    "hej", "hejsan", "tjena", "god morgon", "god middag", "välkommen", "hur är läget", "hur mår du", "hur är det med dig",
    "trevligt att träffas", "kul att se dig",
    // en
    "hello", "hi", "hi there", "good morning", "good afternoon", "good evening", "nice to meet you", "good to see you",
    "how are you", "welcome",
];

#[rustfmt::skip]
pub(super) const SOUND: &[&str] = &[
    // nb, nn
    "hører du meg", "kan du høre meg", "hører deg", "ser du meg", "ser deg", "er lyden", "lyden er", "lyden", "ekko",
    "mikrofon*", "kameraet", "headset*", "skjermen", "du hakk*", "du falt ut", "nettet er", "nå har jeg deg",
    "jeg har deg", "høyrer du meg", "kan du høyre meg", "høyrer deg", "ser du meg no", "du fall ut", "kamera",
    // sv
    "hör du mig", "kan du höra mig", "hör dig", "ser dig", "hörs det", "hörs jag", "ljudet", "skärmen", "kameran", "eko",
    "du bröts", "du frös",
    // en
    "can you hear me", "hear you", "see you as well", "can you see me", "can see you", "you are muted", "you're muted",
    "on mute", "microphone", "the camera", "your camera", "share my screen", "you are frozen", "you froze", "bit frozen",
    "the sound", "an echo",
];

#[rustfmt::skip]
pub(super) const RECORDING: &[&str] = &[
    // nb, nn
    "opptak", "opptaket", "opptaker*", "tar opp", "ta opp", "tek opp", "røde prikken", "rød prikk", "transkriber*",
    "raude prikken",
    // sv
    "inspelning*", "spelar in", "spela in", "bandspelar*",
    // en
    "recording", "we record", "i record", "being recorded", "recorder", "transcribe", "transcript",
];

#[rustfmt::skip]
pub(super) const CONSENT: &[&str] = &[
    // nb, nn
    "samtykke*", "samtykker", "trekke deg", "trekkje deg", "anonym*", "avidentifiser*", "informasjonsskriv*",
    "skrivet", "personvern*", "taushetsplikt*", "teieplikt*",
    // sv
    "samtyck*", "dra dig ur", "avbryta när", "avidentifiera*", "informationsbrev*", "tystnadsplikt*", "personuppgift*",
    // en
    "consent*", "withdraw*", "anonymous", "anonymise*", "anonymize*", "confidential*", "information letter",
    "information sheet", "take out your name",
];

#[rustfmt::skip]
pub(super) const OUTSIDE: &[&str] = &[
    // nb, nn
    "regner", "regn", "sol", "sola", "solskinn", "snø", "snør", "sørpe", "været", "fint vær", "blåser", "kaldt ute",
    "kaffe", "kaffemaskin*", "kopp te", "te", "parkering*", "toget", "bussen", "flyet", "fly", "trafikk*", "kø på veien",
    "turen hit", "fant du fram", "vent litt", "et øyeblikk", "lukke døra", "lukke døren", "ferie", "ferien", "helgen",
    "helga", "regnar", "veret", "fint vêr", "snør det", "blæs", "late att døra", "fann du fram", "ein augneblink",
    "vent litt no",
    // sv
    "regnar det", "solen", "soligt", "snö", "snöar", "vädret", "blåsigt", "kaffe idag", "fika", "tåget", "parkerade",
    "hittade du hit", "vänta lite", "ett ögonblick", "stänga dörren", "semester*", "helgen som var",
    // en
    "raining", "rain", "sunny", "the sun", "snow", "snowing", "the weather", "windy", "coffee", "tea", "parking",
    "the train", "the bus", "traffic", "the flight", "find your way", "one moment", "ten seconds", "just a second",
    "close the door", "the weekend", "your holiday", "vacation",
];

#[rustfmt::skip]
pub(super) const THANKS: &[&str] = &[
    // nb, nn
    "takk for at", "tusen takk", "takk for praten", "takk for samtalen", "takk for tiden", "takk for meg",
    "takk for hjelpen", "takk for det", "mange takk", "takk skal du ha", "takk igjen", "takk, takk", "takk for i dag",
    "bare hyggelig", "ikke noe å takke for", "berre hyggeleg", "takk for tida", "takk for no", "takk skal du ha",
    // sv
    "tack så mycket", "tack för att", "tack för pratet", "tack för samtalet", "tack för din tid", "tack för idag",
    "stort tack", "tack ska du ha", "varsågod", "ingen orsak", "tack själv", "det var så lite",
    // en
    "thank you so much", "thank you very much", "thanks for", "thank you for", "thanks a lot", "many thanks",
    "you're welcome", "you are welcome", "my pleasure",
];

#[rustfmt::skip]
pub(super) const FAREWELL: &[&str] = &[
    // nb, nn
    "ha det", "ha det bra", "ha det godt", "hadet", "ha en fin", "ha ei fin", "ha en god", "god helg", "god tur",
    "lykke til", "i like måte", "snakkes", "vi snakkes", "på gjensyn", "farvel", "god sommer", "god jul", "adjø",
    "lukke til", "ha ein fin", "ha ein god", "vi snakkast", "på gjensyn",
    // sv
    "hej då", "hejdå", "ha det så bra", "ha det bra", "ha en bra", "trevlig helg", "lycka till", "detsamma", "vi hörs",
    "vi ses", "glad sommar", "god jul",
    // en
    "bye", "goodbye", "bye bye", "see you", "good luck", "have a nice", "have a good", "have a great", "take care",
    "you too", "talk soon",
];

/// The first question of the interview proper.
#[rustfmt::skip]
pub(super) const OPENING: &[&str] = &[
    // nb, nn
    "kan du begynne", "kan du først", "kan du fortelle", "kan du si litt", "kan du starte", "kan dere fortelle",
    "vil du begynne", "vil du fortelle", "fortell litt", "fortell om", "fortelle litt", "fortelle om", "si litt om",
    "da starter vi", "da begynner vi", "da kan vi starte", "da kan vi begynne", "vi starter med", "vi begynner med",
    "la oss begynne", "la oss starte", "første spørsmål*", "det første jeg", "hvem er du", "hva jobber du med",
    "hva arbeider du med", "hva er rollen din", "hva er din rolle", "hvor lenge har du", "kan du byrje", "kan du fortelje",
    "kan du seie litt", "fortel litt", "fortel om", "fortelje litt", "fortelje om", "seie litt om", "då startar vi",
    "då byrjar vi", "vi startar med", "vi byrjar med", "lat oss byrje", "fyrste spørsmål*", "kven er du",
    "kva jobbar du med", "kva arbeider du med", "kva er rolla di", "kor lenge har du",
    // sv
    "kan du börja", "kan du först", "kan du berätta", "vill du berätta", "vill du börja", "berätta lite", "berätta om",
    "då börjar vi", "då startar vi", "vi börjar med", "vi startar med", "låt oss börja", "första frågan", "vem är du",
    "vad jobbar du med", "vad arbetar du med", "vad är din roll", "hur länge har du",
    // en
    "could you start", "can you start", "could you tell", "can you tell", "could you begin", "would you tell",
    "tell us about", "tell me about", "tell us a", "tell me a", "start with telling", "start by telling", "let's start",
    "let us start", "let's begin", "let us begin", "first question", "who are you", "what do you do", "what is your role",
    "what's your role", "introduce yourself", "how long have you",
];
