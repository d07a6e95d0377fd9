#include "wit.h"

/* Blocks have sizes of four steps for each power of two, and wait in a list for each size to be used again. */

enum {
    ALIGNMENT = 16,
    STEPS = 4,
    SIZES = 32 * STEPS,
    PAGE = 65536
};

/** Stands before each block; what is free is linked. */
typedef struct header {
    size_t size;
    struct header *next;
    uint64_t padding;
} header_t;

_Static_assert(sizeof(header_t) == ALIGNMENT, "blocks are aligned");

extern unsigned char __heap_base;

static header_t *waiting[SIZES];
static uintptr_t heap_end;

/** Which list blocks of a size wait in; the size becomes the one of that list's blocks. */
static size_t list_of(size_t *size) {
    size_t least = *size < ALIGNMENT * STEPS ? ALIGNMENT * STEPS : *size;
    size_t power = 31 - (size_t)__builtin_clz((uint32_t)least);
    size_t step = ((size_t)1 << power) / STEPS;
    size_t steps = (least + step - 1) / step;
    *size = steps * step;
    if (*size < least) {
        __builtin_trap();
    }
    return power * STEPS + steps - STEPS;
}

static header_t *new_block(size_t size) {
    if (heap_end == 0) {
        heap_end = ((uintptr_t)&__heap_base + ALIGNMENT - 1) & ~(uintptr_t)(ALIGNMENT - 1);
    }
    uint64_t end = (uint64_t)heap_end + sizeof(header_t) + size;
    uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) * PAGE;
    if (end > have) {
        size_t pages = (size_t)((end - have + PAGE - 1) / PAGE);
        if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) {
            __builtin_trap();
        }
    }
    header_t *block = (header_t *)heap_end;
    heap_end = (uintptr_t)end;
    return block;
}

void *wit_alloc(size_t size) {
    if (size == 0) {
        return NULL;
    }
    if (size > (size_t)1 << 31) {
        __builtin_trap();
    }
    size_t list = list_of(&size);
    header_t *block = waiting[list];
    if (block != NULL) {
        waiting[list] = block->next;
    } else {
        block = new_block(size);
        block->size = size;
    }
    return block + 1;
}

void *wit_alloc_list(size_t len, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(len, size, &bytes)) {
        __builtin_trap();
    }
    return wit_alloc(bytes);
}

void wit_free(void *memory) {
    if (memory == NULL) {
        return;
    }
    header_t *block = (header_t *)memory - 1;
    size_t size = block->size;
    size_t list = list_of(&size);
    block->next = waiting[list];
    waiting[list] = block;
}

void *wit_realloc(void *memory, size_t size) {
    size_t had = memory == NULL ? 0 : ((header_t *)memory - 1)->size;
    if (memory != NULL && size != 0 && size <= had) {
        return memory;
    }
    void *moved = wit_alloc(size);
    if (size != 0 && had != 0) {
        memcpy(moved, memory, had < size ? had : size);
    }
    wit_free(memory);
    return moved;
}

__attribute__((export_name("cabi_realloc")))
void *cabi_realloc(void *memory, size_t old_size, size_t alignment, size_t size) {
    (void)old_size;
    (void)alignment;
    return wit_realloc(memory, size);
}

wit_string_t wit_string(const char *text) {
    return (wit_string_t){ (char *)text, strlen(text) };
}

wit_string_t wit_string_copy(const char *text) {
    return wit_string_clone(wit_string(text));
}

wit_string_t wit_string_clone(wit_string_t string) {
    wit_string_t copy = { wit_alloc(string.len), string.len };
    if (string.len != 0) {
        memcpy(copy.ptr, string.ptr, string.len);
    }
    return copy;
}

void wit_string_free(wit_string_t *string) {
    wit_free(string->ptr);
}

/** A handle that goes back to its owner when an export returns. */
typedef struct {
    int32_t handle;
    void (*drop)(int32_t);
} loan_t;

static loan_t *loans;
static size_t loan_count;
static size_t loan_room;

size_t wit_lent(void) {
    return loan_count;
}

void wit_lend(int32_t handle, void (*drop)(int32_t)) {
    if (loan_count == loan_room) {
        loan_room = loan_room == 0 ? 16 : 2 * loan_room;
        loans = wit_realloc(loans, loan_room * sizeof(loan_t));
    }
    loans[loan_count++] = (loan_t){ handle, drop };
}

void wit_return_lent(size_t mark) {
    while (loan_count > mark) {
        loan_t loan = loans[--loan_count];
        loan.drop(loan.handle);
    }
}

__attribute__((weak, no_builtin))
void *memcpy(void *restrict to, const void *restrict from, size_t size) {
    return memmove(to, from, size);
}

__attribute__((weak, no_builtin))
void *memmove(void *to, const void *from, size_t size) {
    unsigned char *target = to;
    const unsigned char *source = from;
    if (target < source) {
        for (size_t i = 0; i < size; i++) {
            target[i] = source[i];
        }
    } else {
        for (size_t i = size; i > 0; i--) {
            target[i - 1] = source[i - 1];
        }
    }
    return to;
}

__attribute__((weak, no_builtin))
void *memset(void *to, int byte, size_t size) {
    unsigned char *target = to;
    for (size_t i = 0; i < size; i++) {
        target[i] = (unsigned char)byte;
    }
    return to;
}

__attribute__((weak, no_builtin))
int memcmp(const void *a, const void *b, size_t size) {
    const unsigned char *left = a;
    const unsigned char *right = b;
    for (size_t i = 0; i < size; i++) {
        if (left[i] != right[i]) {
            return left[i] - right[i];
        }
    }
    return 0;
}

__attribute__((weak, no_builtin))
size_t strlen(const char *text) {
    size_t length = 0;
    while (text[length] != '\0') {
        length++;
    }
    return length;
}
