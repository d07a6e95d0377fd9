#include "many_parameters_world.h"
#include "text.h"

uint64_t exports_test_many_parameters_echo_sum(
        uint8_t p0, uint64_t p1, uint8_t p2, uint64_t p3, uint8_t p4, uint64_t p5, uint8_t p6, uint64_t p7, uint8_t p8,
        uint64_t p9, uint8_t p10, uint64_t p11, uint8_t p12, uint64_t p13, uint8_t p14, uint64_t p15, uint8_t p16,
        uint64_t p17, uint8_t p18, uint64_t p19) {
    return p0 + p1 + p2 + p3 + p4 + p5 + p6 + p7 + p8 + p9 + p10 + p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19;
}

wit_string_t exports_test_many_parameters_echo_mixed(
        wit_string_t a, wit_list_string_t b, wit_option_string_t c, double d, wit_list_u8_t e, wit_tuple2_u8_u64_t f,
        wit_string_t g, wit_string_t h) {
    wit_string_t text = wit_string_clone(a);
    text = text_append(text, "[", 1);
    for (size_t i = 0; i < b.len; i++) {
        text = text_append(text, ", ", i == 0 ? 0 : 2);
        text = text_append(text, b.ptr[i].ptr, b.ptr[i].len);
    }
    wit_string_t all = text_format("%t]%t%d%d%d%d%t%t", text, c.is_some ? c.value : wit_string("-"), (int64_t)d,
            (int64_t)e.len, (int64_t)f.f0, (int64_t)f.f1, g, h);
    wit_string_free(&text);
    wit_string_free(&a);
    wit_list_string_free(&b);
    wit_option_string_free(&c);
    wit_list_u8_free(&e);
    wit_string_free(&g);
    wit_string_free(&h);
    return all;
}

uint32_t exports_test_many_parameters_echo_sixteen(
        uint32_t p0, uint32_t p1, uint32_t p2, uint32_t p3, uint32_t p4, uint32_t p5, uint32_t p6, uint32_t p7,
        uint32_t p8, uint32_t p9, uint32_t p10, uint32_t p11, uint32_t p12, uint32_t p13, uint32_t p14, uint32_t p15) {
    (void)p1, (void)p2, (void)p3, (void)p4, (void)p5, (void)p6, (void)p7, (void)p8;
    (void)p9, (void)p10, (void)p11, (void)p12, (void)p13, (void)p14;
    return p0 - p15;
}
