#include "text.h"
#include "variants_world.h"

test_variants_echo_joined_t exports_test_variants_echo_one(test_variants_echo_joined_t v) {
    return v;
}

wit_list_echo_joined_t exports_test_variants_echo_all(wit_list_echo_joined_t v) {
    return v;
}

static wit_string_t name(test_variants_echo_joined_t v) {
    switch (v.tag) {
        case TEST_VARIANTS_ECHO_JOINED_NOTHING: return wit_string_copy("nothing");
        case TEST_VARIANTS_ECHO_JOINED_BYTE: return text_format("byte %d", (int64_t)(int8_t)v.value.byte);
        case TEST_VARIANTS_ECHO_JOINED_SINGLE: return wit_string_copy("single");
        case TEST_VARIANTS_ECHO_JOINED_DOUBLE: return wit_string_copy("double");
        case TEST_VARIANTS_ECHO_JOINED_WIDE: return text_format("wide %d", v.value.wide);
        case TEST_VARIANTS_ECHO_JOINED_TEXT: return text_format("text %t", v.value.text);
        case TEST_VARIANTS_ECHO_JOINED_PAIR: return text_format("pair %d", (int64_t)(int32_t)v.value.pair.f0);
        default: return text_format("bytes %d", (int64_t)v.value.bytes.len);
    }
}

wit_string_t exports_test_variants_echo_name(test_variants_echo_joined_t v) {
    wit_string_t result = name(v);
    test_variants_echo_joined_free(&v);
    return result;
}
