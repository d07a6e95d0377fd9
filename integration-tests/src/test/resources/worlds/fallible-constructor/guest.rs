mod bindings;

use bindings::exports::sums;
use bindings::test::fallible_constructor::parsing::Number;

struct Component;

impl sums::Guest for Component {
    fn sum(texts: Vec<String>) -> Result<i64, String> {
        texts
            .iter()
            .map(|text| match Number::new(text) {
                Ok(number) => Ok(number.value()),
                Err(error) => Err(format!("{error}: {text}")),
            })
            .sum()
    }
}
