//! Words for the codebook, wherever it is shown or exported.

use super::phrases;

phrases! {
    /// Words for the codebook.
    CodeTree {
        code: "kode", "code";
        category: "kategori", "category";
        theme: "tema", "theme";
        from_theory: "fra teori", "from theory";
        from_data: "fra data", "from data";
    }
}
