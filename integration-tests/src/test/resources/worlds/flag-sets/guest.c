#include "flag_sets_world.h"

test_flag_sets_echo_flags1_t exports_test_flag_sets_echo_echo1(test_flag_sets_echo_flags1_t v) {
    return v;
}

test_flag_sets_echo_flags8_t exports_test_flag_sets_echo_echo8(test_flag_sets_echo_flags8_t v) {
    return v;
}

test_flag_sets_echo_flags9_t exports_test_flag_sets_echo_echo9(test_flag_sets_echo_flags9_t v) {
    return v;
}

test_flag_sets_echo_flags16_t exports_test_flag_sets_echo_echo16(test_flag_sets_echo_flags16_t v) {
    return v;
}

test_flag_sets_echo_flags17_t exports_test_flag_sets_echo_echo17(test_flag_sets_echo_flags17_t v) {
    return v;
}

test_flag_sets_echo_flags32_t exports_test_flag_sets_echo_echo32(test_flag_sets_echo_flags32_t v) {
    return v;
}

wit_list_echo_flags9_t exports_test_flag_sets_echo_all(wit_list_echo_flags9_t v) {
    return v;
}
