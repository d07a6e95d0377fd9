package dev.wasmledger.ledger.bindings.wasmledger.host.config;

import java.util.Optional;

public interface Config {
    Optional<String> get(String key);
}
