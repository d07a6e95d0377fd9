#ifndef TEXT_H
#define TEXT_H

#include "wit.h"
#include <stdarg.h>

static inline wit_string_t text_append(wit_string_t text, const char *more, size_t len) {
    if (len != 0) {
        text.ptr = wit_realloc(text.ptr, text.len + len);
        memcpy(text.ptr + text.len, more, len);
        text.len += len;
    }
    return text;
}

static inline wit_string_t text_append_number(wit_string_t text, int64_t number) {
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (number < 0) {
        digits[--at] = '-';
    }
    return text_append(text, digits + at, sizeof digits - at);
}

/** A new string: `%s` stands for a `char *`, `%t` for a `wit_string_t`, `%d` for an `int64_t`. */
static inline wit_string_t text_format(const char *format, ...) {
    va_list values;
    va_start(values, format);
    wit_string_t text = { NULL, 0 };
    for (const char *at = format; *at != '\0'; at++) {
        if (*at != '%') {
            text = text_append(text, at, 1);
            continue;
        }
        at++;
        if (*at == 's') {
            const char *more = va_arg(values, const char *);
            text = text_append(text, more, strlen(more));
        } else if (*at == 't') {
            wit_string_t more = va_arg(values, wit_string_t);
            text = text_append(text, more.ptr, more.len);
        } else {
            text = text_append_number(text, va_arg(values, int64_t));
        }
    }
    va_end(values);
    return text;
}

#endif
