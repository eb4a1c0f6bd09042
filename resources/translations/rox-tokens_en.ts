<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>Errors</name>
        <message numerus="yes">
            <source>Try again in %n second(s).</source>
            <translation>
                <numerusform>Try again in %n second.</numerusform>
                <numerusform>Try again in %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message numerus="yes">
            <source>The search hides all %Ln token(s) of %1.</source>
            <translation>
                <numerusform>The search hides all %Ln token of %1.</numerusform>
                <numerusform>The search hides all %Ln tokens of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The filter hides all %Ln token(s) of %1.</source>
            <translation>
                <numerusform>The filter hides all %Ln token of %1.</numerusform>
                <numerusform>The filter hides all %Ln tokens of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>roxctl knows %n Central(s).</source>
            <translation>
                <numerusform>roxctl knows %n Central.</numerusform>
                <numerusform>roxctl knows %n Centrals.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Profiles</name>
        <message numerus="yes">
            <source>Only the first %n server(s) were read.</source>
            <translation>
                <numerusform>Only the first server was read.</numerusform>
                <numerusform>Only the first %n servers were read.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message numerus="yes">
            <source>Central refused: %n role(s) may do more than you may.</source>
            <translation>
                <numerusform>Central refused: %n role may do more than you may.</numerusform>
                <numerusform>Central refused: %n roles may do more than you may.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RevokeWords</name>
        <message numerus="yes">
            <source>Revoke %n token(s) on %1?</source>
            <translation>
                <numerusform>Revoke %n token on %1?</numerusform>
                <numerusform>Revoke %n tokens on %1?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n token(s)</source>
            <translation>
                <numerusform>%n token</numerusform>
                <numerusform>%n tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke %n token(s)</source>
            <translation>
                <numerusform>Revoke %n token</numerusform>
                <numerusform>Revoke %n tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoking %n token(s) on %1</source>
            <translation>
                <numerusform>Revoking %n token on %1</numerusform>
                <numerusform>Revoking %n tokens on %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Central answered for %Ln token(s): revoked.</source>
            <translation>
                <numerusform>Central answered for %Ln token: revoked.</numerusform>
                <numerusform>Central answered for %Ln tokens: revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Central lists %Ln token(s) as revoked.</source>
            <translation>
                <numerusform>Central lists %Ln token as revoked.</numerusform>
                <numerusform>Central lists %Ln tokens as revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Central refused to revoke %Ln token(s).</source>
            <translation>
                <numerusform>Central refused to revoke %Ln token.</numerusform>
                <numerusform>Central refused to revoke %Ln tokens.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No request left this computer for %Ln token(s).</source>
            <translation>
                <numerusform>No request left this computer for %Ln token.</numerusform>
                <numerusform>No request left this computer for %Ln tokens.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Central's answer for %Ln token(s) was lost: they may or may not be revoked.</source>
            <translation>
                <numerusform>Central's answer for %Ln token was lost: it may or may not be revoked.</numerusform>
                <numerusform>Central's answer for %Ln tokens was lost: they may or may not be revoked.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoleDelegate</name>
        <message numerus="yes">
            <source>Writes %n resource(s)</source>
            <translation>
                <numerusform>Writes %n resource</numerusform>
                <numerusform>Writes %n resources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Writes all %n resource(s)</source>
            <translation>
                <numerusform>Writes all %n resource</numerusform>
                <numerusform>Writes all %n resources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reads %n resource(s), writes none</source>
            <translation>
                <numerusform>Reads %n resource, writes none</numerusform>
                <numerusform>Reads %n resources, writes none</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SessionState</name>
        <message numerus="yes">
            <source>Rox Tokens tries again by itself in %n second(s).</source>
            <translation>
                <numerusform>Rox Tokens tries again by itself in %n second.</numerusform>
                <numerusform>Rox Tokens tries again by itself in %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Times</name>
        <message numerus="yes">
            <source>in %n minute(s)</source>
            <translation>
                <numerusform>in %n minute</numerusform>
                <numerusform>in %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n hour(s)</source>
            <translation>
                <numerusform>in %n hour</numerusform>
                <numerusform>in %n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n day(s)</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n month(s)</source>
            <translation>
                <numerusform>in %n month</numerusform>
                <numerusform>in %n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s) ago</source>
            <translation>
                <numerusform>%n month ago</numerusform>
                <numerusform>%n months ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) left</source>
            <translation>
                <numerusform>%n minute left</numerusform>
                <numerusform>%n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) left</source>
            <translation>
                <numerusform>%n hour left</numerusform>
                <numerusform>%n hours left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s) left</source>
            <translation>
                <numerusform>%n month left</numerusform>
                <numerusform>%n months left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln year(s)</source>
            <translation>
                <numerusform>in %Ln year</numerusform>
                <numerusform>in %Ln years</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln year(s) ago</source>
            <translation>
                <numerusform>%Ln year ago</numerusform>
                <numerusform>%Ln years ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln year(s)</source>
            <translation>
                <numerusform>%Ln year</numerusform>
                <numerusform>%Ln years</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%n minute(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "60 minutes"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%n minute left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%n minutes left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%n hour(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "24 hours"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%n hour left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%n hours left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%n day(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "90 days"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%n day left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%n days left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%n month(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "12 months"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%n month left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%n months left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%Ln year(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "10 years"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%Ln year left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%Ln years left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln year(s) left</source>
            <translation>
                <numerusform>%Ln year left</numerusform>
                <numerusform>%Ln years left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::CandidateList</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::CopyCommand</name>
        <message numerus="yes">
            <source>%Ln ID(s) copied.</source>
            <translation>
                <numerusform>%Ln ID copied.</numerusform>
                <numerusform>%Ln IDs copied.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln name(s) copied.</source>
            <translation>
                <numerusform>%Ln name copied.</numerusform>
                <numerusform>%Ln names copied.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::DetailsPanel</name>
        <message numerus="yes">
            <source>%Ln token(s) selected</source>
            <translation>
                <numerusform>%Ln token selected</numerusform>
                <numerusform>%Ln tokens selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ExpiryPicker</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ExpiryStrip</name>
        <message numerus="yes">
            <source>%Ln token(s)</source>
            <translation>
                <numerusform>%Ln token</numerusform>
                <numerusform>%Ln tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>next %n week(s)</source>
            <translation>
                <numerusform>next %n week</numerusform>
                <numerusform>next %n weeks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::GenerateCommand</name>
        <message numerus="yes">
            <source>It was asked for once and is not asked for again. The list was read again at %1 and shows %Ln candidate(s). No value reached this computer: revoke what you do not need, then generate again.</source>
            <translation>
                <numerusform>It was asked for once and is not asked for again. The list was read again at %1 and shows %Ln candidate. No value reached this computer: revoke what you do not need, then generate again.</numerusform>
                <numerusform>It was asked for once and is not asked for again. The list was read again at %1 and shows %Ln candidates. No value reached this computer: revoke what you do not need, then generate again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ImportDialog</name>
        <message numerus="yes">
            <source>Import %n connection(s)</source>
            <translation>
                <numerusform>Import %n connection</numerusform>
                <numerusform>Import %n connections</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RevokeCommand</name>
        <message numerus="yes">
            <source>The %Ln selected token(s) are revoked already.</source>
            <translation>
                <numerusform>The selected token is revoked already.</numerusform>
                <numerusform>The %Ln selected tokens are revoked already.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RevokeReport</name>
        <message numerus="yes">
            <source>%Ln token(s) revoked.</source>
            <translation>
                <numerusform>%Ln token revoked.</numerusform>
                <numerusform>%Ln tokens revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %Ln other(s) stay selected for another try.</source>
            <translation>
                <numerusform>%1 and %Ln other stay selected for another try.</numerusform>
                <numerusform>%1 and %Ln others stay selected for another try.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Central's answer for %Ln token(s) was lost: they may or may not be revoked.</source>
            <translation>
                <numerusform>Central's answer for %Ln token was lost: it may or may not be revoked.</numerusform>
                <numerusform>Central's answer for %Ln tokens was lost: they may or may not be revoked.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::SigningIn</name>
        <message numerus="yes">
            <source>Central is busy. Trying again in %n second(s)…</source>
            <translation>
                <numerusform>Central is busy. Trying again in %n second…</numerusform>
                <numerusform>Central is busy. Trying again in %n seconds…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::StatusLine</name>
        <message numerus="yes">
            <source>%Ln token(s)</source>
            <translation>
                <numerusform>%Ln token</numerusform>
                <numerusform>%Ln tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln selected</source>
            <extracomment>%1 is "1,284 tokens"; %n of them are selected</extracomment>
            <translation>
                <numerusform>%1, %Ln selected</numerusform>
                <numerusform>%1, %Ln selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::TokenDetails</name>
        <message numerus="yes">
            <source>%Ln active token(s) have this name</source>
            <translation>
                <numerusform>%Ln active token has this name</numerusform>
                <numerusform>%Ln active tokens have this name</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::TokenText</name>
        <message numerus="yes">
            <source>%n role(s): %1</source>
            <translation>
                <numerusform>%n role: %1</numerusform>
                <numerusform>%n roles: %1</numerusform>
            </translation>
        </message>
    </context>
</TS>
