package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AssetStatus;
import java.util.Optional;

/** Whether an asset may be created. */
final class AssetRules {

    /** 10^38 is the greatest power of ten that a u128 can count. A u8 above 127 is negative in Java. */
    private static final int GREATEST_SCALE = 38;

    private AssetRules() {}

    static AssetStatus status(Asset asset, Optional<Asset> existing) {
        if (asset.ledger() == 0) {
            return AssetStatus.LEDGER_MUST_NOT_BE_ZERO;
        }
        if (asset.code().isEmpty()) {
            return AssetStatus.CODE_MUST_NOT_BE_EMPTY;
        }
        if (asset.scale() < 0 || asset.scale() > GREATEST_SCALE) {
            return AssetStatus.SCALE_TOO_LARGE;
        }
        if (existing.isEmpty()) {
            return AssetStatus.CREATED;
        }
        return existing.get().equals(asset) ? AssetStatus.EXISTS : AssetStatus.EXISTS_WITH_DIFFERENT_FIELDS;
    }
}
