package dev.wasmledger.composer;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.wit.diagnostic.DiagnosticException;

/**
 * A component to be linked.
 *
 * @param name how people know it: a package id or a path
 * @param digest of its bytes
 * @param component as it is written
 * @param type what it imports and exports
 */
public record LoadedComponent(String name, Digest digest, Component component, ComponentType type) {

    /**
     * Reads and checks a component.
     *
     * @throws DiagnosticException if the bytes are no valid component
     */
    public static LoadedComponent load(String name, byte[] bytes) {
        Component component = ComponentDecoder.decode(name, bytes);
        ComponentType type =
                ComponentValidator.validate(name, component, Features.DEFAULT).type();
        return new LoadedComponent(name, Digest.of(bytes), component, type);
    }
}
