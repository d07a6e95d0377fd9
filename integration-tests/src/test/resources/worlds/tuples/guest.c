#include "tuples_world.h"

wit_tuple1_string_t exports_test_tuples_echo_one(wit_tuple1_string_t v) {
    return v;
}

wit_tuple3_u8_tuple2_f64_string_bool_t exports_test_tuples_echo_three(wit_tuple3_u8_tuple2_f64_string_bool_t v) {
    return v;
}

wit_tuple2_string_u32_t exports_test_tuples_echo_swap(wit_tuple2_u32_string_t v) {
    return (wit_tuple2_string_u32_t){ v.f1, v.f0 };
}

uint8_t exports_test_tuples_echo_nine(wit_tuple9_u8_u8_u8_u8_u8_u8_u8_u8_u8_t v) {
    return v.f8;
}
