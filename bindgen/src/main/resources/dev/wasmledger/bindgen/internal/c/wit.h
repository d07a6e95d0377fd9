/*
 * What the bindings of every world need: strings, memory, and handles that were lent.
 *
 * Who frees what:
 *  - What a function of the world gives you is yours. So is what an exported function of yours is called with: free
 *    it, keep it, or hand it on.
 *  - What you call an imported function with stays yours, and so does its memory. Only handles that own are given away;
 *    they are gone then, and no more to be freed. (In lists and structs behind pointers they have become 0, which
 *    freeing passes over.)
 *  - What an exported function of yours returns is freed for you: its strings and lists must come from `wit_alloc`.
 *  - What is lent to an exported function (`…_borrow_t`, or the pointer to what your own resource stands
 *    for) is given back for you when it returns, and must not be kept.
 *  - `…_free` frees all that a value holds, not the value itself.
 */
#ifndef WASMLEDGER_WIT_H
#define WASMLEDGER_WIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** UTF-8, without a zero at its end. */
typedef struct {
    char *ptr;
    size_t len;
} wit_string_t;

/** A future, a stream or an error context, to be passed on. */
typedef struct {
    int32_t handle;
} wit_handle_t;

/** Memory that is aligned for every type; NULL for no bytes. Traps if there is none left. */
void *wit_alloc(size_t size);

/** Memory for a list of that many elements of a size. */
void *wit_alloc_list(size_t len, size_t size);

/** The same bytes with room for more, or for less; they may have moved. */
void *wit_realloc(void *memory, size_t size);

/** Gives memory back; NULL is passed over. */
void wit_free(void *memory);

/** A view of a text that is there already: for arguments, not for results. */
wit_string_t wit_string(const char *text);

/** A copy of a text. */
wit_string_t wit_string_copy(const char *text);

/** A copy of a string. */
wit_string_t wit_string_clone(wit_string_t string);

void wit_string_free(wit_string_t *string);

/** How many handles are lent at present. */
size_t wit_lent(void);

/** Notes a handle that was lent, and how to give it back. */
void wit_lend(int32_t handle, void (*drop)(int32_t));

/** Gives back all that were lent since there were so many. */
void wit_return_lent(size_t mark);

static inline int32_t wit_bits_of_float(float value) {
    int32_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline float wit_float_of_bits(int32_t bits) {
    float value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

static inline int64_t wit_bits_of_double(double value) {
    int64_t bits;
    __builtin_memcpy(&bits, &value, sizeof bits);
    return bits;
}

static inline double wit_double_of_bits(int64_t bits) {
    double value;
    __builtin_memcpy(&value, &bits, sizeof value);
    return value;
}

/* The functions of C's library that compilers call by themselves. */
void *memcpy(void *restrict to, const void *restrict from, size_t size);
void *memmove(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);
size_t strlen(const char *text);

#endif
