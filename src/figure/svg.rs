//! SVG of scenes: shades for print, two decimals, so a figure is the same file on every machine.

use std::fmt::Write as _;

use super::palette;
use super::scene::{Align, Ink, Pos, Scene, Shape, Stroke, Weight};

/// Letters of the bundled face where it is installed, else of one that runs no wider.
const FAMILY: &str = "Inter, 'Segoe UI', Roboto, Arial, sans-serif";

/// Writes one scene.
pub fn svg(scene: &Scene) -> String {
    stacked(std::slice::from_ref(scene))
}

/// Writes several pages below each other as one picture.
pub fn stacked(scenes: &[Scene]) -> String {
    let width = scenes.iter().map(|scene| scene.size.width).fold(0.0, f32::max);
    let height: f32 = scenes.iter().map(|scene| scene.size.height).sum();
    let mut out = Writer::default();
    out.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" \
         font-family=\"{FAMILY}\" role=\"img\">\n",
        number(width / 72.0 * 25.4),
        number(height / 72.0 * 25.4),
        number(width),
        number(height)
    ));
    if let Some(first) = scenes.first() {
        out.put(format_args!("<title>{}</title>\n", escape(&first.title)));
        if !first.caption.is_empty() {
            out.put(format_args!("<desc>{}</desc>\n", escape(&first.caption)));
        }
    }
    let paper = colour(Ink::Paper);
    out.put(format_args!("<rect width=\"{}\" height=\"{}\" fill=\"{paper}\"/>\n", number(width), number(height)));
    let mut top = 0.0;
    for scene in scenes {
        out.put(format_args!("<g transform=\"translate(0 {})\">\n", number(top)));
        for shape in &scene.shapes {
            out.shape(shape);
        }
        out.put(format_args!("</g>\n"));
        top += scene.size.height;
    }
    out.put(format_args!("</svg>\n"));
    out.text
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn put(&mut self, part: std::fmt::Arguments<'_>) {
        self.text.write_fmt(part).expect("writing to a string cannot fail");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { at, size, radius, fill, stroke, opens: _ } => self.put(format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" {}/>\n",
                number(at.x),
                number(at.y),
                number(size.width),
                number(size.height),
                number(*radius),
                paint(*fill, *stroke)
            )),
            Shape::Line { points, stroke, opens: _ } => {
                self.put(format_args!("<path d=\"{}\" {}/>\n", path(points), paint(None, Some(*stroke))));
            }
            Shape::Path { points, fill, stroke, opens: _ } => {
                self.put(format_args!("<path d=\"{}Z\" {}/>\n", path(points), paint(*fill, *stroke)));
            }
            Shape::Text { at, text, size, weight, align, ink, opens: _ } => {
                let anchor = match align {
                    Align::Start => "",
                    Align::Middle => " text-anchor=\"middle\"",
                    Align::End => " text-anchor=\"end\"",
                };
                self.put(format_args!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}{anchor} fill=\"{}\">{}</text>\n",
                    number(at.x),
                    number(at.y),
                    number(*size),
                    boldness(*weight),
                    colour(*ink),
                    escape(text)
                ));
            }
            Shape::Upright { at, text, size, weight, ink, opens: _ } => self.put(format_args!(
                "<text transform=\"translate({} {}) rotate(-90)\" font-size=\"{}\"{} fill=\"{}\">{}</text>\n",
                number(at.x),
                number(at.y),
                number(*size),
                boldness(*weight),
                colour(*ink),
                escape(text)
            )),
        }
    }
}

fn boldness(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "",
        Weight::SemiBold => " font-weight=\"600\"",
    }
}

fn path(points: &[Pos]) -> String {
    let mut d = String::new();
    for (index, point) in points.iter().enumerate() {
        d.push_str(if index == 0 { "M" } else { "L" });
        d.push_str(&number(point.x));
        d.push(' ');
        d.push_str(&number(point.y));
    }
    d
}

fn paint(fill: Option<Ink>, stroke: Option<Stroke>) -> String {
    let fill = fill.map_or("none".to_owned(), colour);
    match stroke {
        Some(Stroke { ink, width }) => {
            let ends = "stroke-linejoin=\"round\" stroke-linecap=\"round\"";
            format!("fill=\"{fill}\" stroke=\"{}\" stroke-width=\"{}\" {ends}", colour(ink), number(width))
        }
        None => format!("fill=\"{fill}\""),
    }
}

fn colour(ink: Ink) -> String {
    let [red, green, blue] = palette::print(ink);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Two decimals at most, and no more than are needed.
fn number(value: f32) -> String {
    let written = format!("{value:.2}");
    let short = written.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no way to write other control characters, nor these two.
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
