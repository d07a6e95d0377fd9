mod bindings;

use bindings::exports::test::imported_resource::work;
use bindings::test::imported_resource::files::{self, Failure, File};

struct Component;

fn text(bytes: Result<Vec<u8>, Failure>) -> String {
    match bytes {
        Ok(bytes) => String::from_utf8(bytes).unwrap(),
        Err(_) => "failed".to_owned(),
    }
}

fn copied(source: &str, target: &str) -> Result<u32, Failure> {
    let source = File::open(source)?;
    let bytes = source.read(0, 1000)?;
    File::new(target).append(&String::from_utf8_lossy(&bytes));
    Ok(bytes.len() as u32)
}

impl work::Guest for Component {
    fn copy(source: String, target: String) -> Result<u32, String> {
        copied(&source, &target).map_err(|_| "cannot copy".to_owned())
    }

    fn roundtrip(name: String) -> String {
        files::keep(File::new(&name));
        let back = files::recall().unwrap();
        back.append("again");
        text(back.read(0, 100))
    }

    fn lent(file: &work::File) -> String {
        text(file.read(1, 3))
    }

    fn given(file: work::File) -> work::File {
        file.append("!");
        file
    }

    fn newest() -> u32 {
        let (a, b, c) = (File::new("a"), File::new("b"), File::new("c"));
        files::newest(&[&c, &a, &b, &a])
    }
}
