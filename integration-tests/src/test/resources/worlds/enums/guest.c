#include "enums_world.h"

test_enums_echo_color_t exports_test_enums_echo_one(test_enums_echo_color_t v) {
    return v;
}

test_enums_echo_many_t exports_test_enums_echo_next(test_enums_echo_many_t v) {
    return v == TEST_ENUMS_ECHO_MANY_C299 ? TEST_ENUMS_ECHO_MANY_C0 : v + 1;
}

wit_list_echo_many_t exports_test_enums_echo_all(wit_list_echo_many_t v) {
    return v;
}
