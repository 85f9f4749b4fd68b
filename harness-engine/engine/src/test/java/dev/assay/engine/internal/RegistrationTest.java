package dev.assay.engine.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;

/** That the platform finds the engine, all other tests show: they ask for it by its id. */
class RegistrationTest {

    @Test
    void class_path_and_module_path_register_the_same() throws IOException {
        ModuleDescriptor module = ownModule();
        String service;
        try (InputStream stream =
                AssayTestEngine.class.getResourceAsStream("/META-INF/services/" + TestEngine.class.getName())) {
            service = new String(stream.readAllBytes(), UTF_8).strip();
        }

        assertThat(module.provides()).extracting(Provides::service).containsExactly(TestEngine.class.getName());
        assertThat(module.provides()).flatExtracting(Provides::providers).isEqualTo(List.of(service));
    }

    private static ModuleDescriptor ownModule() throws IOException {
        ModuleDescriptor descriptor = AssayTestEngine.class.getModule().getDescriptor();
        if (descriptor != null) {
            return descriptor;
        }
        try (InputStream stream = AssayTestEngine.class.getResourceAsStream("/module-info.class")) {
            return ModuleDescriptor.read(stream);
        }
    }
}
