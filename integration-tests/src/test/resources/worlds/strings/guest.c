#include "strings_world.h"
#include "text.h"

wit_string_t exports_test_strings_echo_echo_text(wit_string_t v) {
    return v;
}

wit_string_t exports_test_strings_echo_join(wit_string_t a, wit_string_t b) {
    a = text_append(a, b.ptr, b.len);
    wit_string_free(&b);
    return a;
}

wit_list_u32_t exports_test_strings_echo_code_points(wit_string_t v) {
    wit_list_u32_t points = wit_list_u32_new(v.len);
    points.len = 0;
    for (size_t at = 0; at < v.len;) {
        uint8_t first = (uint8_t)v.ptr[at++];
        int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        uint32_t point = more == 0 ? first : first & (0x3fu >> more);
        for (; more > 0; more--) {
            point = point << 6 | ((uint8_t)v.ptr[at++] & 0x3fu);
        }
        points.ptr[points.len++] = point;
    }
    wit_string_free(&v);
    return points;
}
