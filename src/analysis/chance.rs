//! Chance that follows from a seed, so that the same question has the same answer on every machine.

/// Numbers that look drawn at random and follow from the seed (`SplitMix64`; Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The chance of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, of 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number from 0 up to, but not including, 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what an f64 holds")]
    pub fn unit(&mut self) -> f64 {
        (self.draw() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// The next number from 0 up to, but not including, `limit`; 0 where there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        // The upper half of the product is even to within 2⁻⁶⁴ times the limit (Lemire 2019).
        let product = u128::from(self.draw()) * (limit as u128);
        usize::try_from(product >> 64).unwrap_or(0)
    }

    /// How many of `tries` succeed, each with the chance `p`.
    pub fn successes(&mut self, tries: u64, p: f64) -> u64 {
        if tries == 0 || p <= 0.0 {
            0
        } else if p >= 1.0 {
            tries
        } else if p > 0.5 {
            tries - self.successes(tries, 1.0 - p)
        } else if mean(tries, p) < 10.0 {
            self.few(tries, p)
        } else {
            self.many(tries, p)
        }
    }

    /// Goes up the distribution from 0 (inversion; Kachitvichyanukul and Schmeiser 1988).
    #[expect(clippy::cast_precision_loss, reason = "there are fewer tries than an f64 has whole numbers")]
    fn few(&mut self, tries: u64, p: f64) -> u64 {
        let odds = p / (1.0 - p);
        let mut chance = libm::exp(tries as f64 * libm::log1p(-p));
        let mut left = self.unit();
        for found in 0..tries {
            if left < chance {
                return found;
            }
            left -= chance;
            chance *= odds * (tries - found) as f64 / (found + 1) as f64;
        }
        tries
    }

    /// Draws under a hat and keeps what lies under the distribution (transformed rejection; Hörmann 1993, BTRS).
    #[expect(clippy::cast_precision_loss, reason = "there are fewer tries than an f64 has whole numbers")]
    fn many(&mut self, tries: u64, p: f64) -> u64 {
        let n = tries as f64;
        let spread = (n * p * (1.0 - p)).sqrt();
        let b = 1.15 + 2.53 * spread;
        let a = -0.0873 + 0.0248 * b + 0.01 * p;
        let log_odds = libm::log(p / (1.0 - p));
        let most_likely = ((n + 1.0) * p).floor();
        let height = |k: f64| k * log_odds - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
        loop {
            let (u, v) = (self.unit() - 0.5, self.unit());
            let edge = 0.5 - u.abs();
            let k = ((2.0 * a / edge + b) * u + n * p + 0.5).floor();
            if !(0.0..=n).contains(&k) {
                continue;
            }
            let squeezed = edge >= 0.07 && v <= 0.92 - 4.2 / b;
            let hat = v * (2.83 + 5.1 / b) * spread / (a / (edge * edge) + b);
            if squeezed || libm::log(hat) <= height(k) - height(most_likely) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "it lies from 0 to tries"
                )]
                return k as u64;
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are fewer tries than an f64 has whole numbers")]
fn mean(tries: u64, p: f64) -> f64 {
    tries as f64 * p
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_numbers_of_a_seed_are_those_of_its_authors() {
        // The first numbers of the seed 1234567, from the reference implementation of Vigna (2015).
        let mut chance = Chance::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| chance.draw()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn successes_have_the_mean_and_the_spread_of_the_distribution() {
        for (tries, p) in [(20, 0.1), (1000, 0.004), (40, 0.5), (1000, 0.3), (1_000_000, 0.9), (7, 1.0), (7, 0.0)] {
            let mut chance = Chance::new(5);
            let drawn: Vec<f64> = (0..20_000).map(|_| chance.successes(tries, p) as f64).collect();
            let mean = drawn.iter().sum::<f64>() / 20_000.0;
            let spread = drawn.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / 20_000.0;
            let (wanted, wanted_spread) = (tries as f64 * p, tries as f64 * p * (1.0 - p));
            assert!((mean - wanted).abs() <= 4.0 * (wanted_spread / 20_000.0).sqrt(), "{tries} {p}: {mean}");
            assert!((spread - wanted_spread).abs() <= wanted_spread * 0.05, "{tries} {p}: {spread}");
        }
    }

    #[test]
    fn below_reaches_all_and_no_more() {
        let mut chance = Chance::new(1);
        let mut seen = [0_u32; 7];
        (0..7000).for_each(|_| seen[chance.below(7)] += 1);
        assert!(seen.iter().all(|times| (900..1100).contains(times)), "{seen:?}");
        assert_eq!(chance.below(0), 0);
    }
}
