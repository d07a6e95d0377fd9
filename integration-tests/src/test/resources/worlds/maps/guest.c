#include "maps_world.h"

wit_map_string_u64_t exports_test_maps_echo_counts(wit_map_string_u64_t v) {
    return v;
}

wit_map_u16_map_char_list_string_t exports_test_maps_echo_nested(wit_map_u16_map_char_list_string_t v) {
    return v;
}

wit_map_string_string_t exports_test_maps_echo_invert(wit_map_string_string_t v) {
    for (size_t i = 0; i < v.len; i++) {
        v.ptr[i] = (wit_tuple2_string_string_t){ v.ptr[i].f1, v.ptr[i].f0 };
    }
    return v;
}
