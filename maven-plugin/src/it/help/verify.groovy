def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('assay:check') && log.contains('haltOnFailure') && log.contains('User property: assay.haltOnFailure') : log

return true
