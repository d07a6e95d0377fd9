#include "keeper.h"

struct exports_acme_files_store_blob {
    int unwritten;
};

void exports_acme_files_store_blob_destroy(exports_acme_files_store_blob_t *rep) {
    wit_free(rep);
}

exports_acme_files_store_blob_own_t exports_acme_files_store_blob_new(wit_list_u8_t init) {
    (void)init;
    __builtin_trap(); // not written yet
}

wit_result_list_u8_store_failure_t exports_acme_files_store_blob_read(
        exports_acme_files_store_blob_t *self,
        uint64_t offset,
        uint32_t count) {
    (void)self;
    (void)offset;
    (void)count;
    __builtin_trap(); // not written yet
}

void exports_acme_files_store_blob_write(exports_acme_files_store_blob_t *self, wit_list_u8_t bytes) {
    (void)self;
    (void)bytes;
    __builtin_trap(); // not written yet
}

exports_acme_files_store_blob_own_t exports_acme_files_store_blob_merge(
        exports_acme_files_store_blob_own_t left,
        exports_acme_files_store_blob_t *right) {
    (void)left;
    (void)right;
    __builtin_trap(); // not written yet
}

void exports_acme_files_store_save(wit_list_exports_store_entry_t entries) {
    (void)entries;
    __builtin_trap(); // not written yet
}

wit_option_exports_store_blob_t exports_acme_files_store_load(wit_string_t name) {
    (void)name;
    __builtin_trap(); // not written yet
}

wit_map_string_u64_t exports_acme_files_store_sizes(wit_list_exports_store_blob_borrow_t blobs) {
    (void)blobs;
    __builtin_trap(); // not written yet
}

wit_result_handle_string_t exports_acme_files_feed_follow(wit_string_t name) {
    (void)name;
    __builtin_trap(); // not written yet
}

exports_acme_files_store_blob_own_t exports_acme_files_feed_latest(void) {
    __builtin_trap(); // not written yet
}

wit_list4_u8_t exports_acme_files_feed_digest(wit_list4_u8_t of) {
    (void)of;
    __builtin_trap(); // not written yet
}

wit_result_void_string_t exports_acme_files_keeper_start(uint32_t seed) {
    (void)seed;
    __builtin_trap(); // not written yet
}
