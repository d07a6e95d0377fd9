#include "text.h"
#include "wide_results_world.h"

test_wide_results_echo_everything_t exports_test_wide_results_echo_all(uint32_t seed) {
    wit_list_u16_t k = wit_list_u16_new(1);
    k.ptr[0] = (uint16_t)seed;
    return (test_wide_results_echo_everything_t){
        .a = (uint8_t)seed,
        .b = (uint16_t)seed,
        .c = seed,
        .d = seed,
        .e = (int8_t)-seed,
        .f = (float)seed,
        .g = seed,
        .h = 'a' + seed,
        .i = seed > 0,
        .j = text_format("s%d", (int64_t)seed),
        .k = k,
        .l = { .is_some = true, .value = text_format("o%d", (int64_t)seed) },
        .m = { .is_err = true, .value.err = text_format("e%d", (int64_t)seed) },
        .n = { (uint8_t)seed, seed },
    };
}

wit_list_tuple2_string_u32_t exports_test_wide_results_echo_texts(uint32_t count) {
    wit_list_tuple2_string_u32_t texts = wit_list_tuple2_string_u32_new(count);
    for (uint32_t i = 0; i < count; i++) {
        texts.ptr[i] = (wit_tuple2_string_u32_t){ text_format("text %d", (int64_t)i), i };
    }
    return texts;
}
