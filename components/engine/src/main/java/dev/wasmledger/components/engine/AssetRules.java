package dev.wasmledger.components.engine;

import dev.wasmledger.components.engine.bindings.wasmledger.types.types.Asset;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AssetError;
import dev.wasmledger.components.engine.bindings.wasmledger.types.types.AssetOutcome;
import java.util.Optional;

/** Whether an asset may be created. */
final class AssetRules {

    /** 10^38 is the greatest power of ten that a u128 can count. A u8 above 127 is negative in Java. */
    private static final int GREATEST_SCALE = 38;

    private AssetRules() {}

    static AssetOutcome outcome(Asset asset, Optional<Asset> existing) {
        if (asset.ledger() == 0) {
            return rejected(AssetError.LEDGER_MUST_NOT_BE_ZERO);
        }
        if (asset.code().isEmpty()) {
            return rejected(AssetError.CODE_MUST_NOT_BE_EMPTY);
        }
        if (asset.scale() < 0 || asset.scale() > GREATEST_SCALE) {
            return rejected(AssetError.SCALE_TOO_LARGE);
        }
        if (existing.isEmpty()) {
            return new AssetOutcome.Created();
        }
        return existing.get().equals(asset)
                ? new AssetOutcome.Exists()
                : rejected(AssetError.EXISTS_WITH_DIFFERENT_FIELDS);
    }

    private static AssetOutcome rejected(AssetError error) {
        return new AssetOutcome.Rejected(error);
    }
}
