//! PDF of scenes: a page each at its true size, drawn from the same SVG as the PNG, with letters that can be selected.

use std::collections::HashMap;

use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, TextStr};
use svg2pdf::ConversionOptions;

use super::{ExportError, png};
use crate::figure::scene::Scene;
use crate::figure::svg;

/// The name of the drawing among the things of its page.
const DRAWING: Name<'_> = Name(b"D");

/// Draws a page a scene.
pub fn pdf(scenes: &[Scene]) -> Result<Vec<u8>, ExportError> {
    let mut numbers = Numbers(1);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    let mut pages = Vec::with_capacity(scenes.len());
    for scene in scenes {
        let drawing = png::tree(&svg::svg(scene))?;
        let (chunk, root) = svg2pdf::to_chunk(&drawing, ConversionOptions::default())
            .map_err(|error| ExportError::Picture(error.to_string()))?;
        // Every drawing counts its parts from one, so each is numbered on from the last.
        let mut known: HashMap<Ref, Ref> = HashMap::new();
        let chunk = chunk.renumber(|part| *known.entry(part).or_insert_with(|| numbers.next()));
        let root = known.get(&root).copied().ok_or_else(|| ExportError::Picture("the drawing is lost".to_owned()))?;
        let (page, content) = (numbers.next(), numbers.next());
        let (width, height) = (scene.size.width, scene.size.height);
        let mut written = pdf.page(page);
        written.parent(tree).media_box(Rect::new(0.0, 0.0, width, height)).contents(content);
        written.resources().x_objects().pair(DRAWING, root);
        written.finish();
        let mut placed = Content::new();
        // A drawing is one point wide and high.
        placed.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(DRAWING);
        pdf.stream(content, &placed.finish());
        pdf.extend(&chunk);
        pages.push(page);
    }
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    pdf.pages(tree).kids(pages).count(count);
    let title = scenes.first().map_or("", |scene| scene.title.as_str());
    pdf.document_info(info).title(TextStr(title)).producer(TextStr("Kodebok"));
    Ok(pdf.finish())
}

/// Numbers for the parts of a file.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        let number = Ref::new(self.0);
        self.0 += 1;
        number
    }
}
