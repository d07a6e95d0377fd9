#include "options_world.h"

wit_option_u32_t exports_test_options_echo_number(wit_option_u32_t v) {
    return v;
}

wit_option_option_option_string_t exports_test_options_echo_deep(wit_option_option_option_string_t v) {
    return v;
}

wit_list_option_u8_t exports_test_options_echo_all(wit_list_option_u8_t v) {
    return v;
}

wit_option_string_t exports_test_options_echo_first(wit_option_list_string_t v) {
    wit_option_string_t first = { .is_some = v.is_some && v.value.len != 0 };
    if (first.is_some) {
        first.value = wit_string_clone(v.value.ptr[0]);
    }
    wit_option_list_string_free(&v);
    return first;
}
