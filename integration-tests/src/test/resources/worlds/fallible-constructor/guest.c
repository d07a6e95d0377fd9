#include "parser.h"
#include "text.h"

wit_result_s64_string_t exports_test_fallible_constructor_parser_sums_sum(wit_list_string_t texts) {
    wit_result_s64_string_t sum = { .is_err = false, .value.ok = 0 };
    for (size_t i = 0; i < texts.len && !sum.is_err; i++) {
        wit_result_parsing_number_string_t number = test_fallible_constructor_parsing_number_new(texts.ptr[i]);
        if (number.is_err) {
            sum.is_err = true;
            sum.value.err = text_format("%t: %t", number.value.err, texts.ptr[i]);
        } else {
            sum.value.ok += test_fallible_constructor_parsing_number_value(
                    test_fallible_constructor_parsing_number_borrow_of(number.value.ok));
        }
        wit_result_parsing_number_string_free(&number);
    }
    wit_list_string_free(&texts);
    return sum;
}
