// Results of two modules, as their model tests would leave them.
[tumours: 'good', wines: 'wines'].each { module, run ->
    def from = new File(fixtures, run).toPath()
    def to = new File(basedir, "$module/target/assay").toPath()
    from.toFile().eachFileRecurse(groovy.io.FileType.FILES) {
        def copy = to.resolve(from.relativize(it.toPath())).toFile()
        copy.parentFile.mkdirs()
        copy.bytes = it.bytes
    }
}
return true
