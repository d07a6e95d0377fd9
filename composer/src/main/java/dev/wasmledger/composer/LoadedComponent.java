package dev.wasmledger.composer;

import dev.wasmledger.component.Features;
import dev.wasmledger.component.binary.ComponentDecoder;
import dev.wasmledger.component.model.Component;
import dev.wasmledger.component.type.ComponentType;
import dev.wasmledger.component.validation.ComponentValidator;
import dev.wasmledger.component.validation.ValidatedComponent;
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
        return of(name, bytes, component, ComponentValidator.validate(name, component, Features.DEFAULT));
    }

    /**
     * Reads a component that ships with this program. The code of its core modules, most of the work, was validated when
     * it was built, and is as trustworthy as the program's own.
     */
    public static LoadedComponent shipped(ComponentReference.PackageId id, byte[] bytes) {
        Component component = ComponentDecoder.decode(id.text(), bytes);
        return of(
                id.text(), bytes, component, ComponentValidator.validateLinked(id.text(), component, Features.DEFAULT));
    }

    private static LoadedComponent of(String name, byte[] bytes, Component component, ValidatedComponent valid) {
        return new LoadedComponent(name, Digest.of(bytes), component, valid.type());
    }
}
