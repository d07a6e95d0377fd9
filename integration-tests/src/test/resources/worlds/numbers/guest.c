#include "numbers_world.h"

uint8_t exports_test_numbers_echo_echo_u8(uint8_t v) {
    return v;
}

int8_t exports_test_numbers_echo_echo_s8(int8_t v) {
    return v;
}

uint16_t exports_test_numbers_echo_echo_u16(uint16_t v) {
    return v;
}

int16_t exports_test_numbers_echo_echo_s16(int16_t v) {
    return v;
}

uint32_t exports_test_numbers_echo_echo_u32(uint32_t v) {
    return v;
}

int32_t exports_test_numbers_echo_echo_s32(int32_t v) {
    return v;
}

uint64_t exports_test_numbers_echo_echo_u64(uint64_t v) {
    return v;
}

int64_t exports_test_numbers_echo_echo_s64(int64_t v) {
    return v;
}

float exports_test_numbers_echo_echo_f32(float v) {
    return v;
}

double exports_test_numbers_echo_echo_f64(double v) {
    return v;
}
