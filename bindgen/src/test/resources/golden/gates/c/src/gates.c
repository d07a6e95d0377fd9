#include "gates.h"

struct exports_acme_gates_accounts_cursor {
    int unwritten;
};

void exports_acme_gates_accounts_cursor_destroy(exports_acme_gates_accounts_cursor_t *rep) {
    wit_free(rep);
}

struct exports_acme_gates_accounts_book {
    int unwritten;
};

void exports_acme_gates_accounts_book_destroy(exports_acme_gates_accounts_book_t *rep) {
    wit_free(rep);
}

exports_acme_gates_accounts_cursor_own_t exports_acme_gates_accounts_cursor_new(
        acme_gates_accounts_page_t page) {
    (void)page;
    __builtin_trap(); // not written yet
}

wit_option_accounts_entry_t exports_acme_gates_accounts_cursor_next(
        exports_acme_gates_accounts_cursor_t *self) {
    (void)self;
    __builtin_trap(); // not written yet
}

exports_acme_gates_accounts_cursor_own_t exports_acme_gates_accounts_cursor_join(
        exports_acme_gates_accounts_cursor_t *a,
        exports_acme_gates_accounts_cursor_own_t b) {
    (void)a;
    (void)b;
    __builtin_trap(); // not written yet
}

exports_acme_gates_accounts_book_own_t exports_acme_gates_accounts_book_new(void) {
    __builtin_trap(); // not written yet
}

wit_result_accounts_entry_accounts_failure_t exports_acme_gates_accounts_book_read(
        exports_acme_gates_accounts_book_t *self,
        uint32_t at) {
    (void)self;
    (void)at;
    __builtin_trap(); // not written yet
}

uint32_t exports_acme_gates_accounts_book_size(exports_acme_gates_accounts_book_t *self) {
    (void)self;
    __builtin_trap(); // not written yet
}

uint32_t exports_acme_gates_accounts_count(uint32_t marks) {
    (void)marks;
    __builtin_trap(); // not written yet
}

wit_result_exports_accounts_cursor_accounts_failure_t exports_acme_gates_accounts_find(
        acme_gates_accounts_page_t page,
        acme_gates_accounts_kind_t kind) {
    (void)page;
    (void)kind;
    __builtin_trap(); // not written yet
}

wit_list_accounts_entry_t exports_acme_gates_accounts_scan(acme_gates_accounts_entry_t entry) {
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
