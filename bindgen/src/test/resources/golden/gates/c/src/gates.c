#include "gates.h"

struct exports_acme_gates_till_pen {
    int unwritten;
};

void exports_acme_gates_till_pen_destroy(exports_acme_gates_till_pen_t *rep) {
    wit_free(rep);
}

struct exports_acme_gates_till_book {
    int unwritten;
};

void exports_acme_gates_till_book_destroy(exports_acme_gates_till_book_t *rep) {
    wit_free(rep);
}

exports_acme_gates_till_pen_own_t exports_acme_gates_till_pen_new(acme_gates_till_entry_t at) {
    (void)at;
    __builtin_trap(); // not written yet
}

wit_option_till_entry_t exports_acme_gates_till_pen_next(exports_acme_gates_till_pen_t *self) {
    (void)self;
    __builtin_trap(); // not written yet
}

exports_acme_gates_till_pen_own_t exports_acme_gates_till_pen_join(
        exports_acme_gates_till_pen_t *a,
        exports_acme_gates_till_pen_own_t b) {
    (void)a;
    (void)b;
    __builtin_trap(); // not written yet
}

exports_acme_gates_till_book_own_t exports_acme_gates_till_book_new(void) {
    __builtin_trap(); // not written yet
}

wit_result_till_entry_till_failure_t exports_acme_gates_till_book_read(
        exports_acme_gates_till_book_t *self,
        uint32_t at) {
    (void)self;
    (void)at;
    __builtin_trap(); // not written yet
}

uint32_t exports_acme_gates_till_book_size(exports_acme_gates_till_book_t *self) {
    (void)self;
    __builtin_trap(); // not written yet
}

uint32_t exports_acme_gates_till_count(uint32_t marks) {
    (void)marks;
    __builtin_trap(); // not written yet
}

wit_result_exports_till_pen_till_failure_t exports_acme_gates_till_find(
        acme_gates_till_page_t page,
        acme_gates_till_kind_t kind) {
    (void)page;
    (void)kind;
    __builtin_trap(); // not written yet
}

wit_list_till_entry_t exports_acme_gates_till_scan(acme_gates_till_entry_t entry) {
    (void)entry;
    __builtin_trap(); // not written yet
}

uint64_t exports_acme_gates_clock_now(void) {
    __builtin_trap(); // not written yet
}

uint32_t exports_acme_gates_gates_run(uint32_t count) {
    (void)count;
    __builtin_trap(); // not written yet
}
