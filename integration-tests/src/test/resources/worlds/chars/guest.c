#include "chars_world.h"

uint32_t exports_test_chars_echo_echo_char(uint32_t v) {
    return v;
}

bool exports_test_chars_echo_echo_bool(bool v) {
    return v;
}

bool exports_test_chars_echo_is_letter(uint32_t v) {
    return (v >= 'a' && v <= 'z') || (v >= 'A' && v <= 'Z') || (v >= 0xc0 && v <= 0x24f && v != 0xd7 && v != 0xf7)
            || (v >= 0x4e00 && v <= 0x9fff);
}
