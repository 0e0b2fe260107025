<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines and branches covered, a row for each module and one for all. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8" />

  <xsl:template match="/report">
    <xsl:apply-templates select="group" mode="row" />
    <xsl:apply-templates select="." mode="row" />
  </xsl:template>

  <xsl:template match="group | report" mode="row">
    <xsl:value-of select="substring(concat(@name, '                '), 1, 16)" />
    <xsl:apply-templates select="counter[@type = 'LINE' or @type = 'BRANCH']" />
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="counter">
    <xsl:variable name="all" select="@covered + @missed" />
    <xsl:value-of select="concat('  ', @type, ' ', format-number(@covered div $all, '0.0 %'), ' of ', $all)" />
  </xsl:template>
</xsl:stylesheet>
