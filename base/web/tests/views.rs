//! The pages of modules, checked here as well because they are plain functions over this crate alone.

mod html;
#[path = "../../../modules/kepegawaian/src/view/mod.rs"]
#[allow(dead_code, unused_imports)]
mod kepegawaian_view;
#[path = "../../../modules/pengguna/src/view.rs"]
#[allow(dead_code)]
mod pengguna_view;

#[test]
fn pages_of_modules_are_sound() {
    for sample in kepegawaian_view::samples().into_iter().chain(pengguna_view::samples()) {
        html::check_document(sample.name, &sample.body.into_string());
    }
}
