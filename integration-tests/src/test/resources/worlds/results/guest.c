#include "results_world.h"

wit_result_void_void_t exports_test_results_echo_plain(bool ok) {
    return (wit_result_void_void_t){ .is_err = !ok };
}

wit_result_u32_void_t exports_test_results_echo_value(bool ok) {
    return (wit_result_u32_void_t){ .is_err = !ok, .value.ok = UINT32_MAX };
}

wit_result_void_string_t exports_test_results_echo_error(bool ok) {
    wit_result_void_string_t result = { .is_err = !ok };
    if (!ok) {
        result.value.err = wit_string_copy("no");
    }
    return result;
}

wit_result_list_u8_echo_trouble_t exports_test_results_echo_both(bool ok) {
    wit_result_list_u8_echo_trouble_t result = { .is_err = !ok };
    if (ok) {
        result.value.ok = wit_list_u8_new(2);
        result.value.ok.ptr[0] = 1;
        result.value.ok.ptr[1] = 2;
    } else {
        result.value.err.tag = TEST_RESULTS_ECHO_TROUBLE_OTHER;
        result.value.err.value.other = wit_string_copy("broken");
    }
    return result;
}

wit_list_result_string_echo_trouble_t exports_test_results_echo_all(wit_list_result_string_echo_trouble_t v) {
    return v;
}

wit_result_result_void_void_void_t exports_test_results_echo_empty(wit_result_void_void_t v) {
    return (wit_result_result_void_void_void_t){ .is_err = false, .value.ok = v };
}
