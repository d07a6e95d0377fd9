#include "nested_lists_world.h"

wit_list_string_t exports_test_nested_lists_echo_texts(wit_list_string_t v) {
    return v;
}

wit_list_list_list_u16_t exports_test_nested_lists_echo_nested(wit_list_list_list_u16_t v) {
    return v;
}

wit_list_bool_t exports_test_nested_lists_echo_switches(wit_list_bool_t v) {
    return v;
}

wit_list_list_string_t exports_test_nested_lists_echo_turn(wit_list_list_string_t v) {
    for (size_t i = 0; i < v.len / 2; i++) {
        wit_list_string_t first = v.ptr[i];
        v.ptr[i] = v.ptr[v.len - 1 - i];
        v.ptr[v.len - 1 - i] = first;
    }
    return v;
}
