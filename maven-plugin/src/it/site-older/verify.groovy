def site = new File(basedir, 'target/site')
assert new File(site, 'assay/index.html').getText('UTF-8').contains('<html')
assert new File(site, 'assay/org.clinic.TumourModelTest.html').exists()
def pages = site.listFiles().findAll { it.name.endsWith('.html') }
assert pages.any { it.getText('UTF-8').contains('assay/index.html') } : "no page of the site links to the report: ${pages*.name}"

assert new File(basedir, 'build.log').getText('UTF-8') =~ /site(-plugin)?:3\.12\.1:site/

return true
