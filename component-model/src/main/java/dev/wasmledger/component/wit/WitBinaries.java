package dev.wasmledger.component.wit;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.CoreModules;
import dev.wasmledger.component.validation.ValidatedComponent;
import dev.wasmledger.wit.BinaryWitReader;
import dev.wasmledger.wit.ResolvedWit;
import dev.wasmledger.wit.diagnostic.ByteOffset;
import java.util.Optional;

/** Reads WIT packages in binary form for the loader of WIT, which finds this class as a service. */
public final class WitBinaries implements BinaryWitReader {

    @Override
    public Optional<ResolvedWit> readPackage(String fileName, byte[] binary) {
        if (ComponentDecoder.isCoreModule(binary)) {
            CoreModules.typeOf(new ByteOffset(fileName, 0), binary, Features.ALL);
            return Optional.empty();
        }
        // Types behind a gate are for whoever runs components to refuse; here they are only described.
        ValidatedComponent component =
                ComponentValidator.validate(fileName, ComponentDecoder.decode(fileName, binary), Features.ALL);
        return WitDecoder.isPackage(component.type())
                ? Optional.of(WitDecoder.decode(fileName, component))
                : Optional.empty();
    }
}
