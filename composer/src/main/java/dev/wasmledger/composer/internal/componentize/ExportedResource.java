package dev.wasmledger.composer.internal.componentize;

/**
 * A resource that an exported interface defines.
 *
 * @param owner the interface
 * @param name of the resource
 */
record ExportedResource(String owner, String name) {

    /** The name of the core export that is called when the last handle is dropped. */
    String destructor() {
        return owner + "#[dtor]" + name;
    }
}
