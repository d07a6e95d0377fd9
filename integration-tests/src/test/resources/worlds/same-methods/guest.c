#include "both_sides.h"

wit_string_t exports_test_same_methods_left_name(void) {
    return wit_string_copy("left");
}

uint32_t exports_test_same_methods_right_name(void) {
    return 2;
}

bool exports_test_same_methods_both_sides_name(void) {
    return true;
}
