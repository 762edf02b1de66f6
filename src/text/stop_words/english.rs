//! English, with contractions as one word, as they are counted.

use super::StopWords;

pub(super) const LIST: StopWords = StopWords { words: WORDS, phrases: PHRASES };

const WORDS: &str = "
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself
    we us our ours ourselves they them their theirs themselves one one's oneself each other another both
    this that these those such same some any none nothing something anything everything somebody anybody everybody
    someone anyone everyone nobody all every many much more most few fewer less least little lot lots enough several
    who whom whose what which where how why when whether if
    a an the and or but for so as than then because since while before after although though unless until till
    either neither nor yes therefore however still anyway otherwise
    in on at by of to from with without against between over under through around about among within outside into
    onto upon behind across along off out up down away back forward
    am is are was were be been being have has had having do does did done doing can could shall should will would
    may might must ought get gets got getting gotten go goes going gone went come comes came coming take takes took
    taken make makes made making let lets give gives gave given see sees saw seen say says said saying
    think thinks thought know knows knew known mean means meant guess feel feels felt want wants wanted
    not no never always often seldom perhaps maybe probably now here there
    also too only just very quite rather really pretty even almost nearly roughly actually basically obviously
    certainly definitely exactly already yet again ever first last next once twice else well
    two three
    i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd
    we'll they're they've they'd they'll that's that'd there's here's what's who's where's how's let's
    isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't cannot couldn't shouldn't won't
    wouldn't mustn't mightn't needn't ain't
    yeah yep yup nah nope okay ok oh ah uh um erm er mm mhm hm hmm huh wow hey hi hello right sure fine
    like kind sort stuff thing things way bit gonna wanna gotta
";

const PHRASES: &[&str] = &[
    "you know",
    "you see",
    "i mean",
    "sort of",
    "kind of",
    "in a way",
    "and so on",
    "and stuff",
    "or something",
    "or whatever",
    "so to speak",
    "as i said",
    "at the end of the day",
    "to be honest",
    "i don't know",
];
