#include "number_lists_world.h"

wit_list_u8_t exports_test_number_lists_echo_list_u8(wit_list_u8_t v) {
    return v;
}

wit_list_s16_t exports_test_number_lists_echo_list_s16(wit_list_s16_t v) {
    return v;
}

wit_list_u32_t exports_test_number_lists_echo_list_u32(wit_list_u32_t v) {
    return v;
}

wit_list_s64_t exports_test_number_lists_echo_list_s64(wit_list_s64_t v) {
    return v;
}

wit_list_f32_t exports_test_number_lists_echo_list_f32(wit_list_f32_t v) {
    return v;
}

wit_list_f64_t exports_test_number_lists_echo_list_f64(wit_list_f64_t v) {
    return v;
}

uint64_t exports_test_number_lists_echo_sum(wit_list_u64_t v) {
    uint64_t sum = 0;
    for (size_t i = 0; i < v.len; i++) {
        sum += v.ptr[i];
    }
    wit_list_u64_free(&v);
    return sum;
}
