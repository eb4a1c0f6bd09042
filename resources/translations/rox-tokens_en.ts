<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>AllReasons</name>
        <message numerus="yes">
            <source>%1 of the %Ln selected token(s) cannot be revoked now. %2</source>
            <extracomment>%1 of so many tokens; %2 is the reason, a sentence</extracomment>
            <translation>
                <numerusform>%1 of the %Ln selected token cannot be revoked now. %2</numerusform>
                <numerusform>%1 of the %Ln selected tokens cannot be revoked now. %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of the %Ln selected token(s) cannot be rotated now. %2</source>
            <translation>
                <numerusform>%1 of the %Ln selected token cannot be rotated now. %2</numerusform>
                <numerusform>%1 of the %Ln selected tokens cannot be rotated now. %2</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AllServers</name>
        <message numerus="yes">
            <source>%Ln of %1 servers is/are not up to date.</source>
            <extracomment>%1 is the number of all servers</extracomment>
            <translation>
                <numerusform>%Ln of %1 servers is not up to date.</numerusform>
                <numerusform>%Ln of %1 servers are not up to date.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln more</numerusform>
                <numerusform>%Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln Central(s), %1 up to date</source>
            <translation>
                <numerusform>%Ln Central, %1 up to date</numerusform>
                <numerusform>%Ln Centrals, %1 up to date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Older lists of %Ln server(s)</source>
            <translation>
                <numerusform>Older lists of %Ln server</numerusform>
                <numerusform>Older lists of %Ln servers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln server(s) older</source>
            <extracomment>%1 is "As of 10:42"</extracomment>
            <translation>
                <numerusform>%1, %Ln server older</numerusform>
                <numerusform>%1, %Ln servers older</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CleanUpText</name>
        <message numerus="yes">
            <source>%Ln is/are revoked already.</source>
            <translation>
                <numerusform>%Ln is revoked already.</numerusform>
                <numerusform>%Ln are revoked already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of %Ln it is not known whether an earlier revoke was done.</source>
            <translation>
                <numerusform>Of %Ln it is not known whether an earlier revoke was done.</numerusform>
                <numerusform>Of %Ln it is not known whether an earlier revoke was done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>None of the %Ln token(s) can be revoked.</source>
            <translation>
                <numerusform>None of the %Ln token can be revoked.</numerusform>
                <numerusform>None of the %Ln tokens can be revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) can be revoked.</source>
            <translation>
                <numerusform>%Ln token can be revoked.</numerusform>
                <numerusform>%Ln tokens can be revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%L1 of %Ln token(s) can be revoked.</source>
            <translation>
                <numerusform>%L1 of %Ln token can be revoked.</numerusform>
                <numerusform>%L1 of %Ln tokens can be revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln of those to revoke has/have the role Admin.</source>
            <translation>
                <numerusform>%Ln of those to revoke has the role Admin.</numerusform>
                <numerusform>%Ln of those to revoke have the role Admin.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln other token(s) of the list is/are left alone.</source>
            <translation>
                <numerusform>%Ln other token of the list is left alone.</numerusform>
                <numerusform>%Ln other tokens of the list are left alone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke %Ln token(s)…</source>
            <translation>
                <numerusform>Revoke %Ln token…</numerusform>
                <numerusform>Revoke %Ln tokens…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message numerus="yes">
            <source>Try again in %Ln second(s).</source>
            <translation>
                <numerusform>Try again in %Ln second.</numerusform>
                <numerusform>Try again in %Ln seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportText</name>
        <message numerus="yes">
            <source>Export %Ln row(s)…</source>
            <translation>
                <numerusform>Export %Ln row…</numerusform>
                <numerusform>Export %Ln rows…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %Ln shown</source>
            <extracomment>Rows of the list: those that are shown</extracomment>
            <translation>
                <numerusform>The %Ln shown</numerusform>
                <numerusform>The %Ln shown</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %Ln selected</source>
            <extracomment>Rows of the list: those that are selected</extracomment>
            <translation>
                <numerusform>The %Ln selected</numerusform>
                <numerusform>The %Ln selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %Ln</source>
            <extracomment>Rows of the list: all of them</extracomment>
            <translation>
                <numerusform>All %Ln</numerusform>
                <numerusform>All %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected token(s)</source>
            <translation>
                <numerusform>%Ln selected token</numerusform>
                <numerusform>%Ln selected tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) that are not selected</source>
            <translation>
                <numerusform>%Ln token that is not selected</numerusform>
                <numerusform>%Ln tokens that are not selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) that the filter hides</source>
            <translation>
                <numerusform>%Ln token that the filter hides</numerusform>
                <numerusform>%Ln tokens that the filter hides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) written</source>
            <translation>
                <numerusform>%Ln row written</numerusform>
                <numerusform>%Ln rows written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %Ln to revoke</source>
            <extracomment>Rows of the list: those that a clean-up revokes</extracomment>
            <translation>
                <numerusform>The %Ln to revoke</numerusform>
                <numerusform>The %Ln to revoke</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The %Ln that stay(s)</source>
            <extracomment>Rows of the list: those that a clean-up leaves</extracomment>
            <translation>
                <numerusform>The %Ln that stay</numerusform>
                <numerusform>The %Ln that stays</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln other token(s) of this list</source>
            <translation>
                <numerusform>%Ln other token of this list</numerusform>
                <numerusform>%Ln other tokens of this list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) printed</source>
            <translation>
                <numerusform>%Ln row printed</numerusform>
                <numerusform>%Ln rows printed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ForgetHistory</name>
        <message numerus="yes">
            <source>token(s) as this computer saw them</source>
            <translation>
                <numerusform>token as this computer saw it</numerusform>
                <numerusform>tokens as this computer saw them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>token(s) as this computer saw them since %1</source>
            <translation>
                <numerusform>token as this computer saw it since %1</numerusform>
                <numerusform>tokens as this computer saw them since %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FormNotes</name>
        <message numerus="yes">
            <source>%Ln certificate(s) in this file.</source>
            <translation>
                <numerusform>%Ln certificate in this file.</numerusform>
                <numerusform>%Ln certificates in this file.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeakCheckText</name>
        <message numerus="yes">
            <source>%Ln still works</source>
            <translation>
                <numerusform>%Ln still works</numerusform>
                <numerusform>%Ln still work</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not known</source>
            <translation>
                <numerusform>%Ln not known</numerusform>
                <numerusform>%Ln not known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln refused</source>
            <translation>
                <numerusform>%Ln refused</numerusform>
                <numerusform>%Ln refused</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeakText</name>
        <message numerus="yes">
            <source>%Ln line(s)</source>
            <translation>
                <numerusform>%Ln line</numerusform>
                <numerusform>%Ln lines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln times</source>
            <translation>
                <numerusform>%Ln time</numerusform>
                <numerusform>%Ln times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>cut after %Ln character(s)</source>
            <translation>
                <numerusform>cut after %Ln character</numerusform>
                <numerusform>cut after %Ln characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>unknown to all %Ln</source>
            <translation>
                <numerusform>unknown to it</numerusform>
                <numerusform>unknown to all %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;The first %Ln found&lt;/b&gt; in %1, which has more.</source>
            <translation>
                <numerusform>&lt;b&gt;The first %Ln found&lt;/b&gt; in %1, which has more.</numerusform>
                <numerusform>&lt;b&gt;The first %Ln found&lt;/b&gt; in %1, which has more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%Ln found&lt;/b&gt; in %1</source>
            <translation>
                <numerusform>&lt;b&gt;%Ln found&lt;/b&gt; in %1</numerusform>
                <numerusform>&lt;b&gt;%Ln found&lt;/b&gt; in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Compared with %Ln server(s).</source>
            <translation>
                <numerusform>Compared with %Ln server.</numerusform>
                <numerusform>Compared with %Ln servers.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Compared with %Ln server(s), %1.</source>
            <translation>
                <numerusform>Compared with %Ln server, %1.</numerusform>
                <numerusform>Compared with %Ln servers, %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListNotices</name>
        <message numerus="yes">
            <source>The IDs are %1 and %Ln more.</source>
            <translation>
                <numerusform>The IDs are %1 and %Ln more.</numerusform>
                <numerusform>The IDs are %1 and %Ln more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) could not be read.</source>
            <translation>
                <numerusform>%Ln token could not be read.</numerusform>
                <numerusform>%Ln tokens could not be read.</numerusform>
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
            <source>roxctl knows %Ln Central(s).</source>
            <translation>
                <numerusform>roxctl knows %Ln Central.</numerusform>
                <numerusform>roxctl knows %Ln Centrals.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Profiles</name>
        <message numerus="yes">
            <source>Only the first %Ln server(s) were read.</source>
            <translation>
                <numerusform>Only the first server was read.</numerusform>
                <numerusform>Only the first %Ln servers were read.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message numerus="yes">
            <source>Central refused: %Ln role(s) may do more than you may.</source>
            <translation>
                <numerusform>Central refused: %Ln role may do more than you may.</numerusform>
                <numerusform>Central refused: %Ln roles may do more than you may.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RevokeText</name>
        <message numerus="yes">
            <source>Revoke token(s)</source>
            <translation>
                <numerusform>Revoke token</numerusform>
                <numerusform>Revoke tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke %Ln token(s)?</source>
            <translation>
                <numerusform>Revoke %Ln token?</numerusform>
                <numerusform>Revoke %Ln tokens?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke the other %Ln token(s)?</source>
            <translation>
                <numerusform>Revoke the other %Ln token?</numerusform>
                <numerusform>Revoke the other %Ln tokens?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>They have expired and work no longer. This cannot be undone.</source>
            <translation>
                <numerusform>It has expired and works no longer. This cannot be undone.</numerusform>
                <numerusform>They have expired and work no longer. This cannot be undone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>They stop working at once. This cannot be undone.</source>
            <translation>
                <numerusform>It stops working at once. This cannot be undone.</numerusform>
                <numerusform>They stop working at once. This cannot be undone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%L1 of the %L2 selected; %Ln is/are revoked already.</source>
            <translation>
                <numerusform>%L1 of the %L2 selected; %Ln is revoked already.</numerusform>
                <numerusform>%L1 of the %L2 selected; %Ln are revoked already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s), %L1 with Admin.</source>
            <translation>
                <numerusform>%Ln token, %L1 with Admin.</numerusform>
                <numerusform>%Ln tokens, %L1 with Admin.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s).</source>
            <translation>
                <numerusform>%Ln token.</numerusform>
                <numerusform>%Ln tokens.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln has/have expired.</source>
            <translation>
                <numerusform>%Ln has expired.</numerusform>
                <numerusform>%Ln have expired.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke %Ln token(s)</source>
            <extracomment>the heading names a single token</extracomment>
            <translation>
                <numerusform>Revoke</numerusform>
                <numerusform>Revoke %Ln tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln have this name</source>
            <translation>
                <numerusform>%Ln has this name</numerusform>
                <numerusform>%Ln have this name</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) hold Admin. Type %1 to enable Revoke:</source>
            <translation>
                <numerusform>One token holds Admin. Type %1 to enable Revoke:</numerusform>
                <numerusform>%Ln tokens hold Admin. Type %1 to enable Revoke:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>These are %Ln token(s). Type %1 to enable Revoke:</source>
            <translation>
                <numerusform>This is %Ln token. Type %1 to enable Revoke:</numerusform>
                <numerusform>These are %Ln tokens. Type %1 to enable Revoke:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoking %Ln token(s)</source>
            <translation>
                <numerusform>Revoking %Ln token</numerusform>
                <numerusform>Revoking %Ln tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not known</source>
            <translation>
                <numerusform>%Ln not known</numerusform>
                <numerusform>%Ln not known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not sent</source>
            <translation>
                <numerusform>%Ln not sent</numerusform>
                <numerusform>%Ln not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln revoked</source>
            <translation>
                <numerusform>%Ln revoked</numerusform>
                <numerusform>%Ln revoked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln gone</source>
            <translation>
                <numerusform>%Ln gone</numerusform>
                <numerusform>%Ln gone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not revoked</source>
            <translation>
                <numerusform>%Ln not revoked</numerusform>
                <numerusform>%Ln not revoked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln kept</source>
            <translation>
                <numerusform>%Ln kept</numerusform>
                <numerusform>%Ln kept</numerusform>
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
            <source>They stay selected for another try.</source>
            <translation>
                <numerusform>It stays selected for another try.</numerusform>
                <numerusform>They stay selected for another try.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Central's answer for %Ln token(s) was lost: they may or may not be revoked.</source>
            <translation>
                <numerusform>Central's answer for %Ln token was lost: it may or may not be revoked.</numerusform>
                <numerusform>Central's answer for %Ln tokens was lost: they may or may not be revoked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke the other %Ln…</source>
            <translation>
                <numerusform>Revoke the other one…</numerusform>
                <numerusform>Revoke the other %Ln…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke the %Ln…</source>
            <translation>
                <numerusform>Revoke the one not sent…</numerusform>
                <numerusform>Revoke the %Ln…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Try the %Ln again…</source>
            <translation>
                <numerusform>Try again…</numerusform>
                <numerusform>Try the %Ln again…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Waiting for %Ln request(s) already sent.</source>
            <translation>
                <numerusform>Waiting for %Ln request already sent.</numerusform>
                <numerusform>Waiting for %Ln requests already sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>After Stop, the %Ln request(s) already sent will finish.</source>
            <translation>
                <numerusform>After Stop, the %Ln request already sent will finish.</numerusform>
                <numerusform>After Stop, the %Ln requests already sent will finish.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke %Ln token(s) on %L1 servers?</source>
            <translation>
                <numerusform>Revoke %Ln token on %L1 servers?</numerusform>
                <numerusform>Revoke %Ln tokens on %L1 servers?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke the other %Ln token(s) on %L1 servers?</source>
            <translation>
                <numerusform>Revoke the other %Ln token on %L1 servers?</numerusform>
                <numerusform>Revoke the other %Ln tokens on %L1 servers?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tokens revoked on %Ln server(s)</source>
            <translation>
                <numerusform>Tokens revoked on %Ln server</numerusform>
                <numerusform>Tokens revoked on %Ln servers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoleDelegate</name>
        <message numerus="yes">
            <source>Writes all %Ln resource(s)</source>
            <translation>
                <numerusform>Writes all %Ln resource</numerusform>
                <numerusform>Writes all %Ln resources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SessionState</name>
        <message numerus="yes">
            <source>Rox Tokens tries again by itself in %Ln second(s).</source>
            <translation>
                <numerusform>Rox Tokens tries again by itself in %Ln second.</numerusform>
                <numerusform>Rox Tokens tries again by itself in %Ln seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Times</name>
        <message numerus="yes">
            <source>in %Ln minute(s)</source>
            <translation>
                <numerusform>in %Ln minute</numerusform>
                <numerusform>in %Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln hour(s)</source>
            <translation>
                <numerusform>in %Ln hour</numerusform>
                <numerusform>in %Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln day(s)</source>
            <translation>
                <numerusform>in %Ln day</numerusform>
                <numerusform>in %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln month(s)</source>
            <translation>
                <numerusform>in %Ln month</numerusform>
                <numerusform>in %Ln months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s) ago</source>
            <translation>
                <numerusform>%Ln minute ago</numerusform>
                <numerusform>%Ln minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln hour(s) ago</source>
            <translation>
                <numerusform>%Ln hour ago</numerusform>
                <numerusform>%Ln hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s) ago</source>
            <translation>
                <numerusform>%Ln day ago</numerusform>
                <numerusform>%Ln days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln month(s) ago</source>
            <translation>
                <numerusform>%Ln month ago</numerusform>
                <numerusform>%Ln months ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s)</source>
            <translation>
                <numerusform>%Ln minute</numerusform>
                <numerusform>%Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln hour(s)</source>
            <translation>
                <numerusform>%Ln hour</numerusform>
                <numerusform>%Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln minute(s) left</source>
            <translation>
                <numerusform>%Ln minute left</numerusform>
                <numerusform>%Ln minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln hour(s) left</source>
            <translation>
                <numerusform>%Ln hour left</numerusform>
                <numerusform>%Ln hours left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s) left</source>
            <translation>
                <numerusform>%Ln day left</numerusform>
                <numerusform>%Ln days left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln month(s) left</source>
            <translation>
                <numerusform>%Ln month left</numerusform>
                <numerusform>%Ln months left</numerusform>
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
            <source>%Ln month(s)</source>
            <translation>
                <numerusform>%Ln month</numerusform>
                <numerusform>%Ln months</numerusform>
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
            <source>&lt;b&gt;%Ln minute(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "60 minutes"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%Ln minute left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%Ln minutes left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%Ln hour(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "24 hours"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%Ln hour left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%Ln hours left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%Ln day(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "90 days"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%Ln day left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%Ln days left&lt;/b&gt; of %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&lt;b&gt;%Ln month(s) left&lt;/b&gt; of %1</source>
            <extracomment>%1 is "12 months"; what stands between &lt;b&gt; and &lt;/b&gt; stands out</extracomment>
            <translation>
                <numerusform>&lt;b&gt;%Ln month left&lt;/b&gt; of %1</numerusform>
                <numerusform>&lt;b&gt;%Ln months left&lt;/b&gt; of %1</numerusform>
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
        <name>TokenEvents</name>
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
        <message numerus="yes">
            <source>It was asked for once and is not asked for again. The list was read again at %1 and shows %Ln candidate(s). No value reached this computer: revoke what you do not need, then generate again.</source>
            <translation>
                <numerusform>It was asked for once and is not asked for again. The list was read again at %1 and shows %Ln candidate. No value reached this computer: revoke what you do not need, then generate again.</numerusform>
                <numerusform>It was asked for once and is not asked for again. The list was read again at %1 and shows %Ln candidates. No value reached this computer: revoke what you do not need, then generate again.</numerusform>
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
    </context>
    <context>
        <name>rox::CandidateList</name>
        <message numerus="yes">
            <source>%Ln second(s)</source>
            <translation>
                <numerusform>%Ln second</numerusform>
                <numerusform>%Ln seconds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ChangeNews</name>
        <message numerus="yes">
            <source>%Ln new</source>
            <extracomment>%1 is who made them: "2 new by r.duarte"</extracomment>
            <translation>
                <numerusform>%Ln new</numerusform>
                <numerusform>%Ln new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln revoked</source>
            <translation>
                <numerusform>%Ln revoked</numerusform>
                <numerusform>%Ln revoked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln gone</source>
            <translation>
                <numerusform>%Ln gone</numerusform>
                <numerusform>%Ln gone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln expired</source>
            <translation>
                <numerusform>%Ln expired</numerusform>
                <numerusform>%Ln expired</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) of %1 changed since you last looked.</source>
            <translation>
                <numerusform>%Ln token of %1 changed since you last looked.</numerusform>
                <numerusform>%Ln tokens of %1 changed since you last looked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new by %1</source>
            <translation>
                <numerusform>%Ln new by %1</numerusform>
                <numerusform>%Ln new by %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ChartSpanButton</name>
        <message numerus="yes">
            <source>next %Ln week(s)</source>
            <translation>
                <numerusform>next %Ln week</numerusform>
                <numerusform>next %Ln weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>next %Ln month(s)</source>
            <translation>
                <numerusform>next %Ln month</numerusform>
                <numerusform>next %Ln months</numerusform>
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
        <message numerus="yes">
            <source>%Ln token(s) copied as a table.</source>
            <translation>
                <numerusform>%Ln token copied as a table.</numerusform>
                <numerusform>%Ln tokens copied as a table.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::DetailText</name>
        <message numerus="yes">
            <source>not known: no list was read for %Ln day(s)</source>
            <translation>
                <numerusform>not known: no list was read for %Ln day</numerusform>
                <numerusform>not known: no list was read for %Ln days</numerusform>
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
        <name>rox::DraftCard</name>
        <message numerus="yes">
            <source>%1 and %Ln more</source>
            <translation>
                <numerusform>%1 and %Ln more</numerusform>
                <numerusform>%1 and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ExpiryChart</name>
        <message numerus="yes">
            <source>%Ln token(s)</source>
            <translation>
                <numerusform>%Ln token</numerusform>
                <numerusform>%Ln tokens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ExpiryNotice</name>
        <message numerus="yes">
            <source>%Ln token(s) on %1 have expired</source>
            <translation>
                <numerusform>%Ln token on %1 has expired</numerusform>
                <numerusform>%Ln tokens on %1 have expired</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) have expired</source>
            <translation>
                <numerusform>%Ln token has expired</numerusform>
                <numerusform>%Ln tokens have expired</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) on %1 expire within %2 days or have expired</source>
            <translation>
                <numerusform>%Ln token on %1 expires within %2 days or has expired</numerusform>
                <numerusform>%Ln tokens on %1 expire within %2 days or have expired</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) expire within %1 days or have expired</source>
            <translation>
                <numerusform>%Ln token expires within %1 days or has expired</numerusform>
                <numerusform>%Ln tokens expire within %1 days or have expired</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) on %1 expire within a day</source>
            <translation>
                <numerusform>%Ln token on %1 expire within a day</numerusform>
                <numerusform>%Ln tokens on %1 expire within a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) expire within a day</source>
            <translation>
                <numerusform>%Ln token expire within a day</numerusform>
                <numerusform>%Ln tokens expire within a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) on %1 expire within %2 days</source>
            <translation>
                <numerusform>%Ln token on %1 expire within %2 days</numerusform>
                <numerusform>%Ln tokens on %1 expire within %2 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln token(s) expire within %1 days</source>
            <translation>
                <numerusform>%Ln token expire within %1 days</numerusform>
                <numerusform>%Ln tokens expire within %1 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>First %1 (%2), %3. Then %4, %5 and %Ln more.</source>
            <translation>
                <numerusform>First %1 (%2), %3. Then %4, %5 and %Ln more.</numerusform>
                <numerusform>First %1 (%2), %3. Then %4, %5 and %Ln more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ExpiryPicker</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ExportDialog</name>
        <message numerus="yes">
            <source>A report of these rows has about %Ln page(s).</source>
            <translation>
                <numerusform>A report of these rows has about %Ln page.</numerusform>
                <numerusform>A report of these rows has about %Ln pages.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::FilterRow</name>
        <message numerus="yes">
            <source>%1 of %Ln token(s)</source>
            <extracomment>How many tokens the filters leave: "5 of 2,450 tokens"</extracomment>
            <translation>
                <numerusform>%1 of %Ln token</numerusform>
                <numerusform>%1 of %Ln tokens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::FlagText</name>
        <message numerus="yes">
            <source>%Ln active token(s) have this name</source>
            <translation>
                <numerusform>%Ln active token has this name</numerusform>
                <numerusform>%Ln active tokens have this name</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::GeneralPage</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::HandoverPicker</name>
        <message numerus="yes">
            <source>and %Ln more line(s)</source>
            <translation>
                <numerusform>and %Ln more line</numerusform>
                <numerusform>and %Ln more lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::HistoryMessages</name>
        <message numerus="yes">
            <source>%Ln record(s) of what was done from here could be read out of it. The damaged file was kept: %1</source>
            <translation>
                <numerusform>%Ln record of what was done from here could be read out of it. The damaged file was kept: %1</numerusform>
                <numerusform>%Ln records of what was done from here could be read out of it. The damaged file was kept: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 lists %Ln revoked token(s) as active again.</source>
            <translation>
                <numerusform>%1 lists %Ln revoked token as active again.</numerusform>
                <numerusform>%1 lists %Ln revoked tokens as active again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::HistoryPage</name>
        <message numerus="yes">
            <source>%Ln year(s)</source>
            <translation>
                <numerusform>%Ln year</numerusform>
                <numerusform>%Ln years</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln month(s)</source>
            <translation>
                <numerusform>%Ln month</numerusform>
                <numerusform>%Ln months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s)</source>
            <translation>
                <numerusform>%Ln file</numerusform>
                <numerusform>%Ln files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::HistorySettings</name>
        <message numerus="yes">
            <source>%Ln file(s) cannot be removed: %1</source>
            <translation>
                <numerusform>%Ln file cannot be removed: %1</numerusform>
                <numerusform>%Ln files cannot be removed: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Its history stays on this computer: %Ln token(s).</source>
            <translation>
                <numerusform>Its history stays on this computer: %Ln token.</numerusform>
                <numerusform>Its history stays on this computer: %Ln tokens.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ImportDialog</name>
        <message numerus="yes">
            <source>Import %Ln connection(s)</source>
            <translation>
                <numerusform>Import %Ln connection</numerusform>
                <numerusform>Import %Ln connections</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::LeakCheckQuestion</name>
        <message numerus="yes">
            <source>Send %Ln leaked value(s) to its own Central?</source>
            <translation>
                <numerusform>Send %Ln leaked value to its own Central?</numerusform>
                <numerusform>Send %Ln leaked values to their own Centrals?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::LeakDialog</name>
        <message numerus="yes">
            <source>Revoke %Ln token(s)…</source>
            <translation>
                <numerusform>Revoke %Ln token…</numerusform>
                <numerusform>Revoke %Ln tokens…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::NameField</name>
        <message numerus="yes">
            <source>%Ln token(s) already have this name. Central allows that.</source>
            <translation>
                <numerusform>Another token already has this name. Central allows that.</numerusform>
                <numerusform>%Ln tokens already have this name. Central allows that.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This name has %Ln character(s). Central takes it; lists show its beginning.</source>
            <translation>
                <numerusform>This name has %Ln character. Central takes it; lists show its beginning.</numerusform>
                <numerusform>This name has %Ln characters. Central takes it; lists show its beginning.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::NoticesModel</name>
        <message numerus="yes">
            <source>%Ln day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ReportText</name>
        <message numerus="yes">
            <source>%Ln token(s) in its list</source>
            <translation>
                <numerusform>%Ln token in its list</numerusform>
                <numerusform>%Ln tokens in its list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>token(s)</source>
            <extracomment>Under a number in the report</extracomment>
            <translation>
                <numerusform>token</numerusform>
                <numerusform>tokens</numerusform>
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
        <name>rox::RevokeDialog</name>
        <message numerus="yes">
            <source>Keep it, revoke %Ln</source>
            <translation>
                <numerusform>Keep it, revoke %Ln</numerusform>
                <numerusform>Keep it, revoke %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Revoke the token(s) in use?</source>
            <translation>
                <numerusform>Revoke the token in use?</numerusform>
                <numerusform>Revoke the tokens in use?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Keep them, revoke %Ln</source>
            <translation>
                <numerusform>Keep them, revoke %Ln</numerusform>
                <numerusform>Keep them, revoke %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RevokeListModel</name>
        <message numerus="yes">
            <source>%Ln token(s) have this name</source>
            <translation>
                <numerusform>%Ln token has this name</numerusform>
                <numerusform>%Ln tokens have this name</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RevokeRows</name>
        <message numerus="yes">
            <source>%Ln with Admin</source>
            <translation>
                <numerusform>%Ln with Admin</numerusform>
                <numerusform>%Ln with Admin</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln other(s)</source>
            <translation>
                <numerusform>%Ln other</numerusform>
                <numerusform>%Ln others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln may or may not be revoked</source>
            <translation>
                <numerusform>%Ln may or may not be revoked</numerusform>
                <numerusform>%Ln may or may not be revoked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not revoked</source>
            <translation>
                <numerusform>%Ln not revoked</numerusform>
                <numerusform>%Ln not revoked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not sent</source>
            <translation>
                <numerusform>%Ln not sent</numerusform>
                <numerusform>%Ln not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln kept: the token in use</source>
            <translation>
                <numerusform>%Ln kept: the token in use</numerusform>
                <numerusform>%Ln kept: the tokens in use</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln revoked</source>
            <translation>
                <numerusform>%Ln revoked</numerusform>
                <numerusform>%Ln revoked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln token(s)</source>
            <extracomment>%1 is the address of a server</extracomment>
            <translation>
                <numerusform>%1, %Ln token</numerusform>
                <numerusform>%1, %Ln tokens</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RoleText</name>
        <message numerus="yes">
            <source>Reads %Ln resource(s), writes none</source>
            <translation>
                <numerusform>Reads %Ln resource, writes none</numerusform>
                <numerusform>Reads %Ln resources, writes none</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Writes %Ln resource(s)</source>
            <translation>
                <numerusform>Writes %Ln resource</numerusform>
                <numerusform>Writes %Ln resources</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Writes %Ln resource(s), reads %1</source>
            <translation>
                <numerusform>Writes %Ln resource, reads %1</numerusform>
                <numerusform>Writes %Ln resources, reads %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Writes %Ln resource(s), reads %L1 more</source>
            <translation>
                <numerusform>Writes %Ln resource, reads %L1 more</numerusform>
                <numerusform>Writes %Ln resources, reads %L1 more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Writes %1, reads %Ln more</source>
            <translation>
                <numerusform>Writes %1, reads %Ln more</numerusform>
                <numerusform>Writes %1, reads %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RotateDialog</name>
        <message numerus="yes">
            <source>Then %1, and %Ln more.</source>
            <translation>
                <numerusform>Then %1, and %Ln more.</numerusform>
                <numerusform>Then %1, and %Ln more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::RotationNotice</name>
        <message numerus="yes">
            <source>%Ln rotation(s) wait for you</source>
            <translation>
                <numerusform>%Ln rotation waits for you</numerusform>
                <numerusform>%Ln rotations wait for you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln rotation(s) on %1 wait for you</source>
            <translation>
                <numerusform>%Ln rotation on %1 waits for you</numerusform>
                <numerusform>%Ln rotations on %1 wait for you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::SecretView</name>
        <message numerus="yes">
            <source>%Ln character(s)</source>
            <translation>
                <numerusform>%Ln character</numerusform>
                <numerusform>%Ln characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::SignInFlow</name>
        <message numerus="yes">
            <source>Central is busy. Trying again in %Ln second(s)…</source>
            <translation>
                <numerusform>Central is busy. Trying again in %Ln second…</numerusform>
                <numerusform>Central is busy. Trying again in %Ln seconds…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::StatusBar</name>
        <message numerus="yes">
            <source>%Ln token(s)</source>
            <translation>
                <numerusform>%Ln token</numerusform>
                <numerusform>%Ln tokens</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln selected</source>
            <extracomment>%1 is "1,284 tokens"; %Ln of them are selected</extracomment>
            <translation>
                <numerusform>%1, %Ln selected</numerusform>
                <numerusform>%1, %Ln selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::SuccessorValueDialog</name>
        <message numerus="yes">
            <source>Not the whole value: it ends after %Ln character(s). It is not sent.</source>
            <translation>
                <numerusform>Not the whole value: it ends after %Ln character. It is not sent.</numerusform>
                <numerusform>Not the whole value: it ends after %Ln characters. It is not sent.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::TokenText</name>
        <message numerus="yes">
            <source>%Ln role(s): %1</source>
            <translation>
                <numerusform>%Ln role: %1</numerusform>
                <numerusform>%Ln roles: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::ViewText</name>
        <message numerus="yes">
            <source>Active, %Ln day(s) or more</source>
            <translation>
                <numerusform>Active, %Ln day or more</numerusform>
                <numerusform>Active, %Ln days or more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>With the %L1 that expire sooner, %Ln token(s) work now.</source>
            <translation>
                <numerusform>With the %L1 that expire sooner, %Ln token works now.</numerusform>
                <numerusform>With the %L1 that expire sooner, %Ln tokens work now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Active too, less than %Ln day(s)</source>
            <translation>
                <numerusform>Active too, less than %Ln day</numerusform>
                <numerusform>Active too, less than %Ln days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rox::WindowActions</name>
        <message numerus="yes">
            <source>Copy %Ln &amp;name(s)</source>
            <extracomment>Menu: copies the names of several tokens</extracomment>
            <translation>
                <numerusform>Copy %Ln &amp;name</numerusform>
                <numerusform>Copy %Ln &amp;names</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Copy %Ln ID(s)</source>
            <extracomment>Menu: copies the IDs of several tokens</extracomment>
            <translation>
                <numerusform>&amp;Copy %Ln ID</numerusform>
                <numerusform>&amp;Copy %Ln IDs</numerusform>
            </translation>
        </message>
    </context>
</TS>
