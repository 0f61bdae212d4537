package dev.foldline.functions.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the catalog of what runs here from what the build found. */
@Singleton
final class CatalogProducer {

    @Produces
    @Singleton
    FunctionCatalog catalog(BuiltCatalog built, ActiveHandlers active) {
        return active.of(built.catalog());
    }
}
