-- A store as the program wrote it while the store version was 2: that of store.v1.sql, migrated and with its
-- lists made, read by tests/adapters/brain/migrate_test.cpp. It is never edited: such files are on people's disks.
PRAGMA application_id=1262570564;
PRAGMA user_version=2;
BEGIN TRANSACTION;
CREATE TABLE cases(
  stream INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  count INTEGER NOT NULL,
  row TEXT NOT NULL
) STRICT;
INSERT INTO "cases" VALUES(1,51,51,'null');
INSERT INTO "cases" VALUES(2,60,9,'{"id":"region_sends_nobody/anna","kind":"sip","step":"summons","round":1,"coordinator":"helsingborg/vuxen","next_meeting":"2026-03-20T12:00:00Z","open_deficiencies":0}');
CREATE TABLE due(
  at INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (at, stream, kind, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO "due" VALUES(1773097200000,2,16,'1:region/psykosmottagning-helsingborg');
INSERT INTO "due" VALUES(1773907200000,2,23,'1');
INSERT INTO "due" VALUES(1774252800000,2,17,'1');
INSERT INTO "due" VALUES(1804028400000,2,10,'0');
CREATE TABLE entries(
  list INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  due INTEGER NOT NULL,
  stream INTEGER NOT NULL,
  part INTEGER NOT NULL,
  begins INTEGER NOT NULL,
  ends INTEGER,
  frozen INTEGER,
  readers INTEGER NOT NULL,
  named INTEGER NOT NULL,
  sight INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  step INTEGER NOT NULL,
  round INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  lead INTEGER NOT NULL,
  offer INTEGER NOT NULL,
  own INTEGER NOT NULL,
  demand INTEGER NOT NULL,
  meeting INTEGER,
  late INTEGER,
  unanswered INTEGER NOT NULL,
  drafts INTEGER NOT NULL,
  protected INTEGER NOT NULL,
  PRIMARY KEY (list, closed, due, stream, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "entries" VALUES(24,0,253402300800000,2,0,0,NULL,NULL,192,0,25,26,27,1,0,0,0,0,0,NULL,NULL,0,0,0);
INSERT INTO "entries" VALUES(28,0,1773097200000,2,0,0,NULL,NULL,1,0,29,26,27,1,30,31,0,1,16,1774008000000,NULL,0,0,0);
INSERT INTO "entries" VALUES(28,0,253402300800000,2,1,0,NULL,1804028400000,6,0,32,26,27,1,30,31,0,1,0,1774008000000,NULL,0,0,0);
INSERT INTO "entries" VALUES(28,0,253402300800000,2,2,0,NULL,NULL,8,0,25,26,27,1,0,0,0,0,0,NULL,NULL,0,0,0);
INSERT INTO "entries" VALUES(33,0,1773097200000,2,0,0,NULL,1804028400000,7,0,32,26,27,1,30,31,0,0,16,1774008000000,NULL,0,0,0);
CREATE TABLE events(
  position INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  previous INTEGER NOT NULL,
  type INTEGER NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  command TEXT,
  content BLOB,
  payload TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "events" VALUES(1,1,1,0,2,1,0,1,'northwest_skane:3',X'E6317855CE027EF499394D7642322AA4','{"principal":{"id":"region","name":"Region Skåne","kind":"region"}}',X'188001BC008FA7BB364177C8873BEAF920216FD40638E1BDD6F752EC6CE56746');
INSERT INTO "events" VALUES(2,1,2,1,2,1,0,1,'northwest_skane:4',X'6F8F262261AC6E7658C3D0B6F518454D','{"principal":{"id":"bastad","name":"Båstads kommun","kind":"municipality"}}',X'91941C01C5E9EC01975AEAC27087553D967193D3AB269AF1DC6072DFC004DA2E');
INSERT INTO "events" VALUES(3,1,3,2,2,1,0,1,'northwest_skane:5',X'099D483CD1F7F01473B999FA3019BE7D','{"principal":{"id":"bjuv","name":"Bjuvs kommun","kind":"municipality"}}',X'EEF8E57848A37E80B159DC71248A65F778993A249EB118520A60C45C86968345');
INSERT INTO "events" VALUES(4,1,4,3,2,1,0,1,'northwest_skane:6',X'328378F6B54318B17EC2FDA3E85D47B7','{"principal":{"id":"helsingborg","name":"Helsingborgs stad","kind":"municipality"}}',X'68889FA88F39EA642EE412BE8EE97D0DB254476F75F982A2CF0C5DA11C733907');
INSERT INTO "events" VALUES(5,1,5,4,2,1,0,1,'northwest_skane:7',X'6F1A4B89E354A49404B1873B46539F6E','{"principal":{"id":"hoganas","name":"Höganäs kommun","kind":"municipality"}}',X'2F0F3B70AA9C2A88219F5995FC66B2A710B42D50BA84620CAD5BB8E74DFBE60B');
INSERT INTO "events" VALUES(6,1,6,5,2,1,0,1,'northwest_skane:8',X'AE54E8271D3B4CEA90B4E35C4EE83FEC','{"principal":{"id":"klippan","name":"Klippans kommun","kind":"municipality"}}',X'DD79B1827429703B9C79D1B33005A9DDB9D360052C5F3BA4222B9F16AC7B24E8');
INSERT INTO "events" VALUES(7,1,7,6,2,1,0,1,'northwest_skane:9',X'92E15DB27F98C75259CE112B8B5D9112','{"principal":{"id":"landskrona","name":"Landskrona stad","kind":"municipality"}}',X'6510CC1AFB851F322C7074BEF758C0CFD8A264FCD6E5931C97218ABB720DC16D');
INSERT INTO "events" VALUES(8,1,8,7,2,1,0,1,'northwest_skane:10',X'6E71E4A5BA58E6EB098D09ABA129683A','{"principal":{"id":"svalov","name":"Svalövs kommun","kind":"municipality"}}',X'50E23C90D7E5DD065E31D4435F11A8A1C218500CF54FF29B4FC17006E79EE055');
INSERT INTO "events" VALUES(9,1,9,8,2,1,0,1,'northwest_skane:11',X'CC3F1D6A177EFC46D1A5B9EFEB5AC70B','{"principal":{"id":"astorp","name":"Åstorps kommun","kind":"municipality"}}',X'6170671DFD4CF5BA300A0CBA9E28D7CF29378A3E7B5D3D21A85472ED07BC712D');
INSERT INTO "events" VALUES(10,1,10,9,2,1,0,1,'northwest_skane:12',X'41A1860FF8CE74D5C4EB089E3969449B','{"principal":{"id":"angelholm","name":"Ängelholms kommun","kind":"municipality"}}',X'E7CAE245237665BD7DF603D41F95A142679092BF6E98893555FF6C52F7AAB96B');
INSERT INTO "events" VALUES(11,1,11,10,2,1,0,1,'northwest_skane:13',X'AEA6162E3561495ECE19820A4D31CF7F','{"principal":{"id":"orkelljunga","name":"Örkelljunga kommun","kind":"municipality"}}',X'997829E9E046BDBE5C9A1E695D0CC36582123A3D19E721641CEA1331FBB65132');
INSERT INTO "events" VALUES(12,1,12,11,2,1,0,1,'northwest_skane:14',X'084DB8CBC4E107AC86404C7800515A96','{"principal":{"id":"we-mind","name":"We Mind","kind":"private_provider","bound_like":"region"}}',X'5ADA09FD721DA49F8E8BC57C08FAEBF8FC3B3AC6EE47702CB37C790D3149B472');
INSERT INTO "events" VALUES(13,1,13,12,2,1,0,1,'northwest_skane:15',X'F8AFA120889C5FD3FE179C6DBB3BEB3A','{"principal":{"id":"laro-sund","name":"Laro Sund","kind":"private_provider","bound_like":"region"}}',X'D4ADD1C06BBD02017D82BE9D5A77878D9D26F82D38A2425E5C9F69DD8470DAC9');
INSERT INTO "events" VALUES(14,1,14,13,2,1,0,1,'northwest_skane:16',X'C423B807757C17A3EE5B3200AA3FF35A','{"principal":{"id":"police","name":"Polisen","kind":"authority"}}',X'631EE1B67E60B1D878A150818E041AA8345BC548FC53C871CE22A7EF7165AA9E');
INSERT INTO "events" VALUES(15,1,15,14,2,1,0,1,'northwest_skane:17',X'3F05CD3DDFEB108C2EF14445EFCF22E9','{"principal":{"id":"fk","name":"Försäkringskassan","kind":"authority"}}',X'58C7C0A371CF0C012810FD167A0E34E94EBE0EB9C11004217EC28E99A8AC5D9A');
INSERT INTO "events" VALUES(16,1,16,15,2,1,0,1,'northwest_skane:18',X'782886068FF697F27E6FCD319F024ACF','{"principal":{"id":"malmo","name":"Malmö stad","kind":"municipality"}}',X'C3F0B311673DFE1BDFA764C0A677F8E738DE21B6994D31A11E579736D935D0CE');
INSERT INTO "events" VALUES(17,1,17,16,3,1,0,1,'northwest_skane:20',X'2780C409A5CA2DB1229D30F24BC693F2','{"unit":{"id":"region/psykosmottagning-helsingborg","principal":"region","name":"Psykosmottagningen Helsingborg","mailbox":"psykos.helsingborg@skane.example","head":"Ingrid Invented","head_contact":"chef.psykos@skane.example"}}',X'F2E1A747BC3F0491F416900BDCA9ACDCE9BB1AFB7366C1E40E2CEA18A219E802');
INSERT INTO "events" VALUES(18,1,18,17,3,1,0,1,'northwest_skane:22',X'A16CBA53CC5902774D2A1C8C7025F66B','{"unit":{"id":"region/psykosmottagning-landskrona","principal":"region","name":"Psykosmottagningen Landskrona","mailbox":"psykos.landskrona@skane.example","head":"","head_contact":""}}',X'7763AFDF9E126791DFFDAAAA6A8EC773A7D79610B0C36D610BD42B2397679222');
INSERT INTO "events" VALUES(19,1,19,18,3,1,0,1,'northwest_skane:23',X'4A0C037868C499B195626C956886C630','{"unit":{"id":"region/psykosmottagning-angelholm","principal":"region","name":"Psykosmottagningen Ängelholm","mailbox":"psykos.angelholm@skane.example","head":"","head_contact":""}}',X'7EAFE102892A01A872EC60FA1FAD55C135022AF4A8F44673AD8FFE6DF682A0EC');
INSERT INTO "events" VALUES(20,1,20,19,3,1,0,1,'northwest_skane:24',X'D04D9D22337037B9FB4195DA4E9C489D','{"unit":{"id":"region/bup-helsingborg","principal":"region","name":"BUP Helsingborg","mailbox":"bup.helsingborg@skane.example","head":"","head_contact":""}}',X'FD37009654B51403C946B3E168AFBBCF1DCD871CAB224FD7627544BAF019935F');
INSERT INTO "events" VALUES(21,1,21,20,3,1,0,1,'northwest_skane:25',X'912BABD8C723EB28D72F771646BEAAAB','{"unit":{"id":"region/bup-landskrona","principal":"region","name":"BUP Landskrona","mailbox":"bup.landskrona@skane.example","head":"","head_contact":""}}',X'A1D97A248C6B4AF130F167B1C58DDD6FB45579CB3D6804B152AA0F8B5566CFE3');
INSERT INTO "events" VALUES(22,1,22,21,3,1,0,1,'northwest_skane:26',X'78261EE620D630DBCA7CCCACCA1867BE','{"unit":{"id":"region/bup-angelholm","principal":"region","name":"BUP Ängelholm","mailbox":"bup.angelholm@skane.example","head":"","head_contact":""}}',X'919B8C46E1CFD12C77BAFA352BC20B4891D7333F725C95858E9E34066ED5988D');
INSERT INTO "events" VALUES(23,1,23,22,3,1,0,1,'northwest_skane:27',X'3D2E89283A29A5B42531600C23049C3C','{"unit":{"id":"region/beroendemottagning","principal":"region","name":"Beroendemottagningen","mailbox":"beroende@skane.example","head":"","head_contact":""}}',X'A27393D4779E41C4F74D0F9B4EDAC37BA7389548B86F86C4F723A4529D91CD26');
INSERT INTO "events" VALUES(24,1,24,23,3,1,0,1,'northwest_skane:28',X'D82E00596C4D6185341A37BEDD32E39B','{"unit":{"id":"region/laro-helsingborg","principal":"region","name":"Laro Helsingborg","mailbox":"laro@skane.example","head":"","head_contact":""}}',X'426803A64901DDB9312FB3D1DDE6112E016FFBEB8D9C065123E2A28DEB06F399');
INSERT INTO "events" VALUES(25,1,25,24,3,1,0,1,'northwest_skane:29',X'7FA2B241F0ADC1F0DEC350E0AD1A45DE','{"unit":{"id":"region/fact","principal":"region","name":"FACT","mailbox":"fact@skane.example","head":"","head_contact":""}}',X'BA2BCEF5DA1BC59C3B795FB836CD34F9D5DE680B6FD629AE62B8AA612430F421');
INSERT INTO "events" VALUES(26,1,26,25,3,1,0,1,'northwest_skane:30',X'533CEE0DEAC0A66ED247E3D7F7F75252','{"unit":{"id":"region/vuxenhabilitering","principal":"region","name":"Vuxenhabiliteringen","mailbox":"habilitering@skane.example","head":"","head_contact":""}}',X'63A4F447F8E85B2C136901ED3D870D51791121837E768C632FEB614F31485CD8');
INSERT INTO "events" VALUES(27,1,27,26,3,1,0,1,'northwest_skane:31',X'6811C1E6B6553B5E19BDA3198BD5EA6E','{"unit":{"id":"region/avdelning-55","principal":"region","name":"Avdelning 55","mailbox":"avd55@skane.example","head":"","head_contact":""}}',X'36478DAF7D7F5FFEFAFA317E43F722787AD826A4411E2CACA0DA05E1C843CD37');
INSERT INTO "events" VALUES(28,1,28,27,3,1,0,1,'northwest_skane:32',X'8E19B3AC78CD1ADD76E6BA94C8A6B630','{"unit":{"id":"region/vardcentral","principal":"region","name":"Vårdcentralen","mailbox":"primarvard@skane.example","head":"","head_contact":""}}',X'8F3AEF715CCEDA63312951EB4C6F54EA311B1407D09818208CB5D1E30941A38A');
INSERT INTO "events" VALUES(29,1,29,28,3,1,0,1,'northwest_skane:33',X'DE13F933BBD1A7E8F51CF2D039A3D687','{"unit":{"id":"helsingborg/vuxen","principal":"helsingborg","name":"Helsingborg, Vuxen","mailbox":"vuxen@helsingborg.example","head":"","head_contact":""}}',X'FFD4C2093DC7348C6A6822FB40EF4C10DA86290B51289C85F5CB0681529EE2BB');
INSERT INTO "events" VALUES(30,1,30,29,3,1,0,1,'northwest_skane:34',X'0A3E8EF6C3C979A4D5B6322B8CD1D7B4','{"unit":{"id":"helsingborg/barn-unga","principal":"helsingborg","name":"Helsingborg, Barn, unga och familj","mailbox":"buf@helsingborg.example","head":"","head_contact":""}}',X'2C0A2668E4CBCB7243123A667C0C38DBD26DC315B21237D929DBD53EDC3C1F42');
INSERT INTO "events" VALUES(31,1,31,30,3,1,0,1,'northwest_skane:35',X'250822EC36C2DA790171F79EED16DA11','{"unit":{"id":"helsingborg/lss","principal":"helsingborg","name":"Helsingborg, LSS","mailbox":"lss@helsingborg.example","head":"","head_contact":""}}',X'29340E4626ACDBC028CAE51D433CC8E2F1BE97CAA5F9A19C46F5DAA337CF372B');
INSERT INTO "events" VALUES(32,1,32,31,3,1,0,1,'northwest_skane:36',X'1D41556CDB559307426373515A220E27','{"unit":{"id":"helsingborg/psykiatrisamordning","principal":"helsingborg","name":"Psykiatrisamordningen Helsingborg","mailbox":"ps@helsingborg.example","head":"","head_contact":""}}',X'8EA31AEA97132C0E7D0A16A47D4A3D71E057C66ADE5D679022431218244ADD99');
INSERT INTO "events" VALUES(33,1,33,32,3,1,0,1,'northwest_skane:37',X'B1AF7094768077E07C616A315149A9B1','{"unit":{"id":"bastad/elevhalsa","principal":"bastad","name":"Båstad, elevhälsan","mailbox":"elevhalsa@bastad.example","head":"","head_contact":""}}',X'A06EA6DDE4ED52F332F363E541B8351EED8604917E8EC3B6D279AEE5C7B92CB4');
INSERT INTO "events" VALUES(34,1,34,33,3,1,0,1,'northwest_skane:38',X'CE8DA27E30C4AF432CB38FF975D52A23','{"unit":{"id":"bjuv/barn-unga","principal":"bjuv","name":"Bjuv, Barn, unga och familj","mailbox":"buf@bjuv.example","head":"","head_contact":""}}',X'75DFC2891910C3EAC291CDB634262378C170ED38643E7360CBF51394C647C240');
INSERT INTO "events" VALUES(35,1,35,34,3,1,0,1,'northwest_skane:39',X'A888128D645855BCE87007E8242078B1','{"unit":{"id":"hoganas/vuxen","principal":"hoganas","name":"Höganäs, Vuxen","mailbox":"vuxen@hoganas.example","head":"","head_contact":""}}',X'0671083245DEAFE861041D16C06D1359429F040ADA563681BC669094274DC6E2');
INSERT INTO "events" VALUES(36,1,36,35,3,1,0,1,'northwest_skane:40',X'3AA6675CE4CCB61AF94EBAAA2C2A34B3','{"unit":{"id":"hoganas/barn-unga","principal":"hoganas","name":"Höganäs, Barn, unga och familj","mailbox":"buf@hoganas.example","head":"","head_contact":""}}',X'B12E209C2DA917919B3364A2EDF5E31D4045A66533C03AC60E65F7C885473E43');
INSERT INTO "events" VALUES(37,1,37,36,3,1,0,1,'northwest_skane:41',X'D0B7D4527A8EFF240B43B72626F70C92','{"unit":{"id":"klippan/vuxen","principal":"klippan","name":"Klippan, Vuxen","mailbox":"vuxen@klippan.example","head":"","head_contact":""}}',X'5C2AD3018ADE7C5291D8248E16C463636D45F9B1D5F66E90F9519FE225977A8E');
INSERT INTO "events" VALUES(38,1,38,37,3,1,0,1,'northwest_skane:42',X'7ABF0F0EDB6FC51C73C1478D9516E523','{"unit":{"id":"landskrona/vuxen","principal":"landskrona","name":"Landskrona, Vuxen","mailbox":"vuxen@landskrona.example","head":"","head_contact":""}}',X'AFB5BC68324C5C88B618BC7EF64936B3B7629AFD016920F901E1899DCE2A7A80');
INSERT INTO "events" VALUES(39,1,39,38,3,1,0,1,'northwest_skane:43',X'143CE9EDAEEC1E60F7CB5E5C17CC41A5','{"unit":{"id":"landskrona/barn-unga","principal":"landskrona","name":"Landskrona, Barn, unga och familj","mailbox":"buf@landskrona.example","head":"","head_contact":""}}',X'F53D99F83794C4D9D1CD875CA2AE2340DC956517B50023BF97A1AA04D7BBD4B0');
INSERT INTO "events" VALUES(40,1,40,39,3,1,0,1,'northwest_skane:44',X'1126A63AA2EBC1CB09EDB27E65D1239E','{"unit":{"id":"svalov/vuxen","principal":"svalov","name":"Svalöv, Vuxen","mailbox":"vuxen@svalov.example","head":"","head_contact":""}}',X'C0387E0DC43B6DE2CE8F6A0E73B46F02518AD8600E57EC925C35DC551B0BCFC1');
INSERT INTO "events" VALUES(41,1,41,40,3,1,0,1,'northwest_skane:45',X'3032024E7D4028A00160B96842B452DF','{"unit":{"id":"astorp/vuxen","principal":"astorp","name":"Åstorp, Vuxen","mailbox":"vuxen@astorp.example","head":"","head_contact":""}}',X'37E24B013B2DD11C075E4CD9E413B6A89869F025BEDBEAE5877CD10AC87DD50C');
INSERT INTO "events" VALUES(42,1,42,41,3,1,0,1,'northwest_skane:46',X'3257A0F43D29F213A2B4D13B12E7A7A7','{"unit":{"id":"astorp/barn-unga","principal":"astorp","name":"Åstorp, Barn, unga och familj","mailbox":"buf@astorp.example","head":"","head_contact":""}}',X'8902AB93D69211A62F5A01EFD1E31E1C58F26F654AEA1F00AAEAA58012245C0D');
INSERT INTO "events" VALUES(43,1,43,42,3,1,0,1,'northwest_skane:47',X'BE10036D385004A774E8E005C245F83B','{"unit":{"id":"angelholm/vuxen","principal":"angelholm","name":"Ängelholm, Vuxen","mailbox":"vuxen@angelholm.example","head":"","head_contact":""}}',X'CE5611DC26509454118E19481158F102FC934371B8934AAD33E39484FD38B3E8');
INSERT INTO "events" VALUES(44,1,44,43,3,1,0,1,'northwest_skane:48',X'9D8F1EC41A6660489160F91029A4A7A6','{"unit":{"id":"orkelljunga/barn-unga","principal":"orkelljunga","name":"Örkelljunga, Barn, unga och familj","mailbox":"buf@orkelljunga.example","head":"","head_contact":""}}',X'AB48ECCF0541603B8F6AC4187381596F21A00E1B0070F0BAEB3D23CE9D7A9873');
INSERT INTO "events" VALUES(45,1,45,44,3,1,0,1,'northwest_skane:49',X'767E3483576FB55AF7ED5C4A6BD2F1A9','{"unit":{"id":"we-mind/helsingborg","principal":"we-mind","name":"We Mind Helsingborg","mailbox":"helsingborg@wemind.example","head":"","head_contact":""}}',X'AC2CE06D320E50928EC13A01449322009495F3997EEA272654D114A956A8E160');
INSERT INTO "events" VALUES(46,1,46,45,3,1,0,1,'northwest_skane:50',X'A7564DE65044A9C165674E0F5D0D576C','{"unit":{"id":"laro-sund/helsingborg","principal":"laro-sund","name":"Laro Sund Helsingborg","mailbox":"helsingborg@larosund.example","head":"","head_contact":""}}',X'CCE7EF96F9C618BB73E240F77C5F0D1FDC3190AB03E017E5119AA9C482C8A335');
INSERT INTO "events" VALUES(47,1,47,46,3,1,0,1,'northwest_skane:51',X'F6795AA3F9F0BFC5D307A310BECBE08C','{"unit":{"id":"police/helsingborg","principal":"police","name":"Polisen Helsingborg","mailbox":"helsingborg@polisen.example","head":"","head_contact":""}}',X'4B6632ABFD3176D20AA3E098F903B3CAEC50C5C2851F6D96ABAA4E645FC801B2');
INSERT INTO "events" VALUES(48,1,48,47,3,1,0,1,'northwest_skane:52',X'2E0FFE4F6975CE394169A18DFD236AC5','{"unit":{"id":"fk/helsingborg","principal":"fk","name":"Försäkringskassan Helsingborg","mailbox":"helsingborg@fk.example","head":"","head_contact":""}}',X'07990BE610029E8083A709C14C17F0707BF06E741116945FC0058CBD6FA98DC1');
INSERT INTO "events" VALUES(49,1,49,48,3,1,0,1,'northwest_skane:53',X'F92B5763C5B4EB4D1E89734C77816FF7','{"unit":{"id":"malmo/vuxen","principal":"malmo","name":"Malmö, Vuxen","mailbox":"vuxen@malmo.example","head":"","head_contact":""}}',X'A85FC881FA94DD8BE9CFDFA4B3F6529AC414B8C35DA5B26F72A3DD59F21B18E9');
INSERT INTO "events" VALUES(50,1,50,49,4,1,0,1,'northwest_skane:55',X'372028E28923D43FE81E06BEBA98C423','{"council":{"id":"northwest","name":"Lokalt samråd psykiatri nordvästra Skåne","secretary_unit":"helsingborg/psykiatrisamordning"}}',X'DD69B066A5D69D714F68168A9D96FCF379FC87973A18245B49E9731A8D4D13F5');
INSERT INTO "events" VALUES(51,1,51,50,5,1,0,1,'northwest_skane:56',X'8BE708463D810F43763CA8BB751D98CC','{"agreement":{"id":"northwest","name":"Överenskommelsen i nordvästra Skåne","council":"northwest","valid_from":"2015-01-01","members":[{"principal":"region","duty_to_attend":true},{"principal":"bastad","duty_to_attend":true},{"principal":"bjuv","duty_to_attend":true},{"principal":"helsingborg","duty_to_attend":true},{"principal":"hoganas","duty_to_attend":true},{"principal":"klippan","duty_to_attend":true},{"principal":"landskrona","duty_to_attend":true},{"principal":"svalov","duty_to_attend":true},{"principal":"astorp","duty_to_attend":true},{"principal":"angelholm","duty_to_attend":true},{"principal":"orkelljunga","duty_to_attend":true},{"principal":"we-mind","duty_to_attend":true},{"principal":"laro-sund","duty_to_attend":true},{"principal":"fk","duty_to_attend":false}]}}',X'B5F67BA341424375FA0E83219B6F834B4C6B906FCA6C7B039C6346D9C08B104A');
INSERT INTO "events" VALUES(52,2,1,0,7,1,1772438400000,6,'region_sends_nobody:3',X'B4535837BF9AE392A9ED13AE3FB59D76','{"kind":"sip","person":{"name":"Anna Exempel","identity_number":"","protection":"none"},"need":"Insatser från flera huvudmän behöver samordnas.","council":"northwest","agreement":"northwest","coordinator":{"unit":"helsingborg/vuxen","name":"Kim Samordnare"},"law":"sol_hsl"}',X'2D675E4D7E1F1153656DFF4EAE0B25F934D5E13378D0E0B66C492D74F0164A09');
INSERT INTO "events" VALUES(53,2,2,52,8,1,1772438400000,6,'region_sends_nobody:3:helsingborg/vuxen',X'D478C33C2D558758729C061FF3EF3341','{"party":"helsingborg/vuxen","kind":"unit","calling":"summoned","why":"agreement_binds","principal":"helsingborg","name":"Helsingborg, Vuxen"}',X'022903712C4A47920C99A530239F12483902A896950D3296A91A89075AE915D5');
INSERT INTO "events" VALUES(54,2,3,53,8,1,1772438400000,6,'region_sends_nobody:3:region/psykosmottagning-helsingborg',X'2F8B8959726A77EDC404AC957E94C7A8','{"party":"region/psykosmottagning-helsingborg","kind":"unit","calling":"summoned","why":"agreement_binds","principal":"region","name":"Psykosmottagningen Helsingborg"}',X'B6E8516F2F186EB229F45936A199A21C429E5356A6A2B774EA9AB6AFED585AFB');
INSERT INTO "events" VALUES(55,2,4,54,8,1,1772438400000,6,'region_sends_nobody:3:anna',X'DC418377EFD7B90056D638C42402442C','{"party":"anna","kind":"person","calling":"invited","why":"not_a_unit","principal":"","name":"anna"}',X'D0C7BC2E4C0C51C814F3B15E562DC32BFCA115BEEE1EDF932821077020B2243A');
INSERT INTO "events" VALUES(56,2,5,55,9,1,1772438400000,6,'region_sends_nobody:4',X'DAC758AC8E3F5666E07A4E00B68731A6','{"consent":{"given_by":[{"name":"Anna Exempel","capacity":"person"}],"form":"oral","from":"2026-03-02","until":"2027-03-02"}}',X'E0C0381AD89B1D45BC5F9ABDCED4ABDC0058EFDA3AB52CB13AAB10BFE0296B05');
INSERT INTO "events" VALUES(57,2,6,56,11,1,1772438700000,6,'region_sends_nobody:5',X'E3281EAC83DFB86013B8533B772A9154','{"meeting":1,"round":1,"notice":{"form":"sip","starts":"2026-03-20T12:00:00Z","place":"Stadshuset","purpose":"Samordna stödet","questions":["Vem ansvarar för medicineringen?"]},"seats":[{"party":"helsingborg/vuxen","calling":"summoned","acknowledge_by":"2026-03-04T22:59:59Z","answer_by":"2026-03-09T22:59:59Z"},{"party":"region/psykosmottagning-helsingborg","calling":"summoned","acknowledge_by":"2026-03-04T22:59:59Z","answer_by":"2026-03-09T22:59:59Z"},{"party":"anna","calling":"invited"}]}',X'953EF51A6F66F0AF829DAF850B22643F57E9AB69BC3C9F256AD68E57406CD823');
INSERT INTO "events" VALUES(58,2,7,57,19,1,1772438760000,18,'region_sends_nobody:7',X'BC70EF995123B94BB677B1982966B2C4','{"meeting":1,"party":"region/psykosmottagning-helsingborg"}',X'4B4865CE56C33665925A0BC0DD505C12279BC9A91B08C5471F937D70039337BF');
INSERT INTO "events" VALUES(59,2,8,58,21,1,1772614800000,20,'region_sends_nobody:8',X'9461D0839ED02F84EF1BD9B51CC1036B','{"meeting":1,"party":"helsingborg/vuxen","answer":"attends","given_at":"2026-03-04T09:00:00Z"}',X'367FD0A707812FFDF0477A62CBAD34FA6AA60DC483DCB255F7D23E876C71480E');
INSERT INTO "events" VALUES(60,2,9,59,21,1,1772701200000,22,'region_sends_nobody:9',X'DEF6D0D64049F5968956F344F66A2750','{"meeting":1,"party":"region/psykosmottagning-helsingborg","answer":"cannot_come","given_at":"2026-03-05T09:00:00Z"}',X'6DA4998E7410F4E803C2E64DFD4999C914DC12AB30F6D339472CF75A0A41D1AE');
CREATE TABLE lists(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ready INTEGER NOT NULL,
  key BLOB
) STRICT;
INSERT INTO "lists" VALUES(1,2,X'F7FA89D4CCFDB0A229C853B93E988E54');
CREATE TABLE log(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL,
  root BLOB NOT NULL CHECK (length(root) = 32),
  settled INTEGER NOT NULL
) STRICT;
INSERT INTO "log" VALUES(1,60,X'8FBDFC6B0FF3B2284B8FE60DC4A7D1DDE27468D1F6BDF84ABBABD3274D56D53D',60);
CREATE TABLE lookups(
  digest BLOB NOT NULL,
  stream INTEGER NOT NULL,
  PRIMARY KEY (digest, stream)
) STRICT, WITHOUT ROWID;
CREATE TABLE outbox(
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stream INTEGER NOT NULL REFERENCES streams,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 16),
  PRIMARY KEY (position, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "outbox" VALUES(57,0,2,'summons','{"kind":"summons","number":1,"to":"helsingborg/vuxen"}',X'3DD387FDBDDD85600792571D2617A920');
INSERT INTO "outbox" VALUES(57,1,2,'summons','{"kind":"summons","number":1,"to":"region/psykosmottagning-helsingborg"}',X'28534E842908153B0057DA7FA5501431');
INSERT INTO "outbox" VALUES(57,2,2,'summons','{"kind":"summons","number":1,"to":"anna"}',X'3E9E312D50A9D86865298FCAA4F571AF');
INSERT INTO "outbox" VALUES(59,0,2,'answer_confirmed','{"kind":"answer_confirmed","number":1,"to":"helsingborg/vuxen"}',X'9ABC990D5A34DC7EB18B2B008A07C85C');
INSERT INTO "outbox" VALUES(60,0,2,'decline_explained','{"kind":"decline_explained","number":1,"to":"region/psykosmottagning-helsingborg"}',X'554BE3CA2A82881527B1767C4B2120F0');
CREATE TABLE streams(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "streams" VALUES(1,'register');
INSERT INTO "streams" VALUES(2,'region_sends_nobody/anna');
CREATE TABLE words(number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "words" VALUES(1,'{"role":"administrator","unit":"","name":""}');
INSERT INTO "words" VALUES(2,'principal_recorded');
INSERT INTO "words" VALUES(3,'unit_recorded');
INSERT INTO "words" VALUES(4,'council_recorded');
INSERT INTO "words" VALUES(5,'agreement_recorded');
INSERT INTO "words" VALUES(6,'{"role":"coordinator","unit":"helsingborg/vuxen","name":"Kim Samordnare"}');
INSERT INTO "words" VALUES(7,'case_opened');
INSERT INTO "words" VALUES(8,'party_added');
INSERT INTO "words" VALUES(9,'consent_given');
INSERT INTO "words" VALUES(10,'consent_ends');
INSERT INTO "words" VALUES(11,'summons_sent');
INSERT INTO "words" VALUES(12,'remind_recipient');
INSERT INTO "words" VALUES(13,'acknowledge_deadline');
INSERT INTO "words" VALUES(14,'remind_mailbox');
INSERT INTO "words" VALUES(15,'remind_head');
INSERT INTO "words" VALUES(16,'answer_deadline');
INSERT INTO "words" VALUES(17,'attendance_open');
INSERT INTO "words" VALUES(18,'{"role":"mail","unit":"","name":""}');
INSERT INTO "words" VALUES(19,'summons_delivered');
INSERT INTO "words" VALUES(20,'{"role":"attendee","unit":"helsingborg/vuxen","name":""}');
INSERT INTO "words" VALUES(21,'seat_answered');
INSERT INTO "words" VALUES(22,'{"role":"attendee","unit":"region/psykosmottagning-helsingborg","name":""}');
INSERT INTO "words" VALUES(23,'coming_list_due');
INSERT INTO "words" VALUES(24,'council:northwest');
INSERT INTO "words" VALUES(25,'overview');
INSERT INTO "words" VALUES(26,'sip');
INSERT INTO "words" VALUES(27,'summons');
INSERT INTO "words" VALUES(28,'unit:helsingborg/vuxen');
INSERT INTO "words" VALUES(29,'whole');
INSERT INTO "words" VALUES(30,'helsingborg/vuxen');
INSERT INTO "words" VALUES(31,'Kim Samordnare');
INSERT INTO "words" VALUES(32,'party');
INSERT INTO "words" VALUES(33,'unit:region/psykosmottagning-helsingborg');
CREATE INDEX entries_of ON entries(stream);
CREATE INDEX entries_by_lead ON entries(list, lead, closed, due) WHERE own = 1;
CREATE INDEX entries_unanswered ON entries(list, closed, due) WHERE unanswered = 1;
CREATE INDEX entries_drafts ON entries(list, closed, due) WHERE drafts > 0;
CREATE INDEX entries_late ON entries(list, closed, due, stream, late)
  WHERE late IS NOT NULL;
CREATE INDEX entries_meeting ON entries(list, meeting, stream)
  WHERE meeting IS NOT NULL;
COMMIT;
