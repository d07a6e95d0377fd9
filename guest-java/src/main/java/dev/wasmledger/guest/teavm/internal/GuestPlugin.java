package dev.wasmledger.guest.teavm.internal;

import org.teavm.backend.wasm.TeaVMWasmHost;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Tells TeaVM, which finds plugins as services, of {@link GuestIntrinsics} and {@link GuardedStack}. */
public final class GuestPlugin implements TeaVMPlugin {

    @Override
    public void install(TeaVMHost host) {
        TeaVMWasmHost wasm = host.getExtension(TeaVMWasmHost.class);
        if (wasm != null) {
            wasm.add(context -> new GuestIntrinsics());
            host.add(new GuardedStack());
        }
    }
}
